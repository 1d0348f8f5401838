import { Injectable } from '@nestjs/common';
import { AuditService } from '@shucu/audit';
import { AppError, type ErrorKind } from '@shucu/kernel';
import type { Actor, Refusals } from '@shucu/permissions';
import { AuditContext, type Deed, TenancyService } from '@shucu/tenancy';
import { StrangerRefusals } from './stranger-refusals.js';

/** What tells of somebody who reaches for what is not theirs; mistakes in what was typed do not. */
const TELLING: readonly ErrorKind[] = ['unauthenticated', 'forbidden', 'notFound', 'conflict', 'tooMany'];

/** Writes refusals to the audit log of the tenant that was named; one that does not exist has none. */
@Injectable()
export class RefusalLog implements Refusals {
  constructor(
    private readonly tenancy: TenancyService,
    private readonly audit: AuditService,
    private readonly strangers: StrangerRefusals,
  ) {}

  async record(tenantCode: string, actor: Actor | null, refusal: AppError): Promise<void> {
    if (!TELLING.includes(refusal.kind)) return;
    const nowhere = new AppError('auth.required');
    const write = () =>
      this.tenancy.transactionByCode(
        tenantCode,
        () => nowhere,
        () => this.note(tenantCode, actor, refusal),
      );
    await AuditContext.run(deedOf(actor), write).catch((error: unknown) => {
      if (error !== nowhere) throw error;
    });
  }

  private async note(tenantCode: string, actor: Actor | null, { code }: AppError): Promise<void> {
    const { action = 'request', address = '' } = AuditContext.current ?? {};
    const further = actor ? {} : await this.strangers.count('request', tenantCode, address);
    if (!further) return;
    await this.audit.note({
      action,
      subject: 'request',
      subjectId: null,
      result: 'refused',
      details: { code, ...further },
    });
  }
}

function deedOf(actor: Actor | null): Deed {
  const deed = AuditContext.current ?? { action: 'request' };
  if (!actor) return deed;
  const kind = actor.sessionId ? 'account' : 'apiToken';
  return { ...deed, actor: { kind, id: actor.accountId, name: actor.displayName } };
}
