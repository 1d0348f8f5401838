import { Injectable } from '@nestjs/common';
import { OutboxService } from '@shucu/jobs';
import { AppError, newId } from '@shucu/kernel';
import { type ActionOf, type Actor, conditionsOf } from '@shucu/permissions';
import { PluginRegistry } from '@shucu/plugin-host';
import { FiguresService } from '@shucu/records';
import { RuleSetsService, refuseOtherPlugin } from '@shucu/rule-sets';
import { statutoryToday, TenantContext } from '@shucu/tenancy';
import { WorkflowService } from '@shucu/workflow';
import { In, MoreThan } from 'typeorm';
import { dueCenters, yearHasData } from './due-centers.js';
import { RatingRun } from './rating-run.entity.js';
import { RATING_RUN_MACHINE } from './rating-run.machine.js';
import { COMPUTE_RATINGS } from './ratings.jobs.js';
import { missingReferences } from './reference-check.js';

const FIRST = { state: 'open', version: 1, computation: 1 } as const;

/** What a new computation makes void. */
export const UNDONE = {
  ...{ computed_at: null, failure: null, reviewed_by: null, reviewed_at: null },
  ...{ disclosed_by: null, disclosed_at: null },
};

/** Starts the year's evaluation and orders its computation (第十六条). */
@Injectable()
export class RatingRunsService {
  constructor(
    private readonly rules: RuleSetsService,
    private readonly plugins: PluginRegistry,
    private readonly figures: FiguresService,
    private readonly outbox: OutboxService,
    private readonly workflow: WorkflowService,
  ) {}

  /** Starts the one run of a past year under the rules in force on its last day; a second start is refused, naming the first. */
  async start(actor: Actor, year: number): Promise<RatingRun> {
    conditionsOf(actor, 'start', 'RatingRun');
    const { manager, tenantId } = TenantContext;
    if ((await statutoryToday(manager)) <= `${year}-12-31`) throw new AppError('ratingRun.yearOpen', { year });
    await this.refuseAfterLater(year);
    const rules = await this.rules.inForceOn(`${year}-12-31`);
    if (!(await yearHasData(year))) throw new AppError('ratingRun.yearEmpty', { year });
    const centers = await dueCenters(year);
    if (centers.length === 0) throw new AppError('ratingRun.noCenters', { year });
    for (const category of new Set(centers.map(({ category }) => category))) {
      refuseOtherPlugin(rules, this.plugins.get(category));
    }
    const missing = missingReferences(centers, (id) => this.plugins.get(id), await this.figures.references(year));
    if (missing.length > 0) throw new AppError('ratingRun.referenceMissing', { year, figures: missing.join('、') });
    const id = newId();
    await manager
      .createQueryBuilder()
      .insert()
      .into(RatingRun)
      .values({ tenantId, id, year, ...FIRST, ruleSetId: rules.id, startedBy: actor.accountId })
      .orIgnore()
      .updateEntity(false)
      .execute();
    const run = await manager.findOneBy(RatingRun, { tenantId, id });
    if (!run) throw await this.startedAlready(year);
    await this.workflow.begin(RATING_RUN_MACHINE, { id, actor, state: 'open' });
    await this.outbox.enqueue(COMPUTE_RATINGS, { runId: id, computation: 1 });
    return run;
  }

  /** Orders the computation anew, e.g. after records or rules were corrected or scores came in; possible until finalised. */
  async computeAgain(actor: Actor, id: string, version: number): Promise<RatingRun> {
    const { year } = await this.reachable(actor, id, 'start');
    const { id: ruleSetId } = await this.rules.inForceOn(`${year}-12-31`);
    const order = { id, transition: 'computeAgain', actor, version } as const;
    await this.workflow.take(RATING_RUN_MACHINE, { ...order, change: { ...UNDONE, rule_set_id: ruleSetId } });
    await this.orderComputation(id);
    return this.get(actor, id);
  }

  /** Orders the computation of a run that has just become open again. */
  async orderComputation(id: string): Promise<void> {
    const { manager, tenantId } = TenantContext;
    await manager.increment(RatingRun, { tenantId, id }, 'computation', 1);
    const { computation } = await manager.findOneByOrFail(RatingRun, { tenantId, id });
    await this.outbox.enqueue(COMPUTE_RATINGS, { runId: id, computation });
  }

  get(actor: Actor, id: string): Promise<RatingRun> {
    return this.reachable(actor, id, 'read');
  }

  /** The run for somebody who may do the action; otherwise it is refused, or as if it did not exist. */
  async reachable(actor: Actor, id: string, action: ActionOf<'RatingRun'>): Promise<RatingRun> {
    conditionsOf(actor, action, 'RatingRun');
    const { manager, tenantId } = TenantContext;
    const run = await manager.findOneBy(RatingRun, { tenantId, id });
    if (!run) throw new AppError('resource.notFound');
    return run;
  }

  list(actor: Actor): Promise<RatingRun[]> {
    conditionsOf(actor, 'read', 'RatingRun');
    const { manager, tenantId } = TenantContext;
    return manager.find(RatingRun, { where: { tenantId }, order: { year: 'DESC' } });
  }

  /** Fails in a row are counted forward: a year cannot be put in behind one that is final. */
  private async refuseAfterLater(year: number): Promise<void> {
    const { manager, tenantId } = TenantContext;
    const later = await manager.findOne(RatingRun, {
      where: { tenantId, year: MoreThan(year), state: In(['finalised', 'published']) },
      order: { year: 'ASC' },
    });
    if (later) throw new AppError('ratingRun.laterFinal', { later: later.year, year });
  }

  private async startedAlready(year: number): Promise<AppError> {
    const { manager, tenantId } = TenantContext;
    const [first] = await manager.query<{ by: string; at: string }[]>(
      `SELECT account.display_name AS by, to_char(run.started_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') AS at
       FROM rating_run run JOIN account ON account.tenant_id = run.tenant_id AND account.id = run.started_by
       WHERE run.tenant_id = $1 AND run.year = $2`,
      [tenantId, year],
    );
    return new AppError('ratingRun.exists', { year, by: first?.by ?? '', at: first?.at ?? '' });
  }
}
