import { Injectable } from '@nestjs/common';
import { OutboxService } from '@shucu/jobs';
import { AppError, newId } from '@shucu/kernel';
import { type Actor, conditionsOf } from '@shucu/permissions';
import { PluginRegistry } from '@shucu/plugin-host';
import { FiguresService } from '@shucu/records';
import { RuleSetsService, refuseOtherPlugin } from '@shucu/rule-sets';
import { statutoryToday, TenantContext } from '@shucu/tenancy';
import { In, MoreThan } from 'typeorm';
import { dueCenters, yearHasData } from './due-centers.js';
import { RatingRun, RUN_STATE_TITLES, type RunState } from './rating-run.entity.js';
import { COMPUTE_RATINGS } from './ratings.jobs.js';
import { missingReferences } from './reference-check.js';

/** Starts the year's evaluation and orders its computation (第十六条). */
@Injectable()
export class RatingRunsService {
  constructor(
    private readonly rules: RuleSetsService,
    private readonly plugins: PluginRegistry,
    private readonly figures: FiguresService,
    private readonly outbox: OutboxService,
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
      .values({ tenantId, id, year, state: 'open', ruleSetId: rules.id, computation: 1, startedBy: actor.accountId })
      .orIgnore()
      .updateEntity(false)
      .execute();
    const run = await manager.findOneBy(RatingRun, { tenantId, id });
    if (!run) throw await this.startedAlready(year);
    await this.outbox.enqueue(COMPUTE_RATINGS, { runId: id, computation: 1 });
    return run;
  }

  /** Orders the computation anew, e.g. after records or rules were corrected or scores came in; possible until finalised. */
  async computeAgain(actor: Actor, id: string): Promise<RatingRun> {
    conditionsOf(actor, 'start', 'RatingRun');
    const run = await this.locked(id, ['open', 'scoring', 'reviewed']);
    const computation = run.computation + 1;
    const { manager, tenantId } = TenantContext;
    const { id: ruleSetId } = await this.rules.inForceOn(`${run.year}-12-31`);
    const reset = {
      computation,
      ruleSetId,
      state: 'open',
      computedAt: null,
      failure: null,
      reviewedBy: null,
      reviewedAt: null,
    } as const;
    await manager.update(RatingRun, { tenantId, id }, reset);
    await this.outbox.enqueue(COMPUTE_RATINGS, { runId: id, computation });
    return this.get(actor, id);
  }

  async get(actor: Actor, id: string): Promise<RatingRun> {
    conditionsOf(actor, 'read', 'RatingRun');
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

  /** The run under a lock until the transaction ends; refuses one that is in none of the states. */
  async locked(id: string, states: readonly RunState[]): Promise<RatingRun> {
    const { manager, tenantId } = TenantContext;
    const run = await manager.findOne(RatingRun, { where: { tenantId, id }, lock: { mode: 'pessimistic_write' } });
    if (!run) throw new AppError('resource.notFound');
    if (!states.includes(run.state)) {
      const needed = states.map((state) => RUN_STATE_TITLES[state]).join('/');
      throw new AppError('ratingRun.state', { state: RUN_STATE_TITLES[run.state], needed });
    }
    return run;
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
