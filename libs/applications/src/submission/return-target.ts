import { TenantContext } from '@shucu/tenancy';
import type { Application } from '../application.entity.js';
import { APPLICATION_MACHINE, type ApplicationState } from '../application.machine.js';

/** Where a returned application goes once it is submitted again: back to where it was returned from. */
export type ReturnTarget = Extract<ApplicationState, 'submitted' | 'formalReview' | 'assessment'>;

/**
 * Asks the record of its steps. One that was returned from before the notice goes back to the experts; one that has taken the other
 * route meanwhile begins there anew.
 */
export async function returnTargetOf({ id, route }: Application): Promise<ReturnTarget> {
  const { manager, tenantId } = TenantContext;
  const [step] = await manager.query<{ from: ApplicationState }[]>(
    `SELECT from_state AS "from" FROM case_step
     WHERE tenant_id = $1 AND subject_id = $2 AND machine = $3 AND transition = 'return' ORDER BY id DESC LIMIT 1`,
    [tenantId, id, APPLICATION_MACHINE.id],
  );
  if (step?.from === 'assessment' || step?.from === 'proposed') return 'assessment';
  if (step?.from === 'submitted' && route === 'direct') return 'formalReview';
  return step?.from === 'submitted' ? 'submitted' : 'formalReview';
}
