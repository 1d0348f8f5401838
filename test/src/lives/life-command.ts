import { tenantTransaction } from '@shucu/tenancy';
import type { AsyncCommand } from 'fast-check';
import type { Response } from 'supertest';
import { brokenInvariants } from './invariants.js';
import type { Life, LifeModel } from './model.js';
import { type LifeStep, settle } from './steps.js';

/** Plays a step: taken where the model allows it, refused and without a trace where not; then asks the invariants. */
export class LifeCommand implements AsyncCommand<LifeModel, Life> {
  constructor(
    private readonly name: string,
    private readonly step: LifeStep,
  ) {}

  check(model: Readonly<LifeModel>): boolean {
    return this.step.can?.(model) ?? true;
  }

  async run(model: LifeModel, life: Life): Promise<void> {
    const isAllowed = this.step.allowed(model);
    const before = await trace(life);
    const response = await this.step.act(life);
    if (isAllowed) {
      expect({ said: response?.body, isTaken: (response?.status ?? 200) < 300 }).toMatchObject({ isTaken: true });
      this.step.after(model, life);
    } else {
      expect(isRefusal(response) || response?.body).toBe(true);
      expect(await trace(life)).toEqual(before);
    }
    await settle(life, model);
    expect(await standing(life)).toEqual({ application: model.application, center: model.center });
    expect(await brokenInvariants(life)).toEqual([]);
  }

  toString(): string {
    return this.name;
  }
}

/** What is wrong input where no step is possible: an application that is on no notice, or on another one. */
const WRONG_INPUT = ['notice.notOn', 'notice.renewal'];

/** 409, or the 422 of {@link WRONG_INPUT}. */
function isRefusal(response: Response | null): boolean {
  return response?.status === 409 || (response?.status === 422 && WRONG_INPUT.includes(response.body.code));
}

async function standing({ platform, tenant, application }: Life): Promise<unknown> {
  const rows = await tenantTransaction(platform.owner, tenant.id, (manager) =>
    manager.query<unknown[]>(
      `SELECT application.state AS application, center.status AS center FROM application
       JOIN center ON center.tenant_id = application.tenant_id AND center.id = center_id
       WHERE application.tenant_id = $1 AND application.id = $2`,
      [tenant.id, application.id],
    ),
  );
  return rows[0];
}

/** How much there is of what steps leave behind. */
async function trace({ platform, tenant }: Life): Promise<unknown> {
  return tenantTransaction(platform.owner, tenant.id, (manager) =>
    manager.query(
      `SELECT (SELECT count(*) FROM case_step WHERE tenant_id = $1) AS steps,
         (SELECT count(*) FROM objection WHERE tenant_id = $1) AS objections,
         (SELECT sum(last_number) FROM document_series WHERE tenant_id = $1) AS numbers,
         (SELECT jsonb_agg(to_jsonb(a) ORDER BY id) FROM application a WHERE tenant_id = $1) AS applications,
         (SELECT jsonb_agg(to_jsonb(c) ORDER BY id) FROM center c WHERE tenant_id = $1) AS centers`,
      [tenant.id],
    ),
  );
}
