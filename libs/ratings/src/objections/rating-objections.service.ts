import { Injectable } from '@nestjs/common';
import { CENTER_COLUMNS, Center, refuseOwnCenters } from '@shucu/centers';
import { DeadlinesService } from '@shucu/deadlines';
import { type CitedFile, EvidenceService, EvidenceSubject } from '@shucu/evidence';
import { AppError } from '@shucu/kernel';
import { NotificationsService } from '@shucu/notifications';
import { type ActionOf, type Actor, scopeRows } from '@shucu/permissions';
import { statutoryNow, TenantContext } from '@shucu/tenancy';
import { WorkflowService } from '@shucu/workflow';
import type { SelectQueryBuilder } from 'typeorm';
import { OBJECTION_ANSWERED } from '../rating-messages.js';
import { RatingRun } from '../rating-run.entity.js';
import { RatingObjection } from './rating-objection.entity.js';
import { RATING_OBJECTION_MACHINE } from './rating-objection.machine.js';

/** The kind of row as which an objection cites files. */
export const OBJECTION_SUBJECT = 'ratingObjection';
/** The deadline of the answer. */
export const ANSWER_DEADLINE = 'rating.objectionAnswer';

export interface ObjectionAnswer {
  readonly version: number;
  readonly decision: 'uphold' | 'reject';
  readonly answer: string;
}

export interface ObjectionPage {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly year?: number | undefined;
  readonly centerId?: string | undefined;
}

/** What centers have against their ratings: shown, answered, withdrawn. */
@Injectable()
export class RatingObjectionsService {
  constructor(
    private readonly workflow: WorkflowService,
    private readonly deadlines: DeadlinesService,
    private readonly evidence: EvidenceService,
    private readonly notifications: NotificationsService,
  ) {}

  /** Answers once, never by who reviewed the run. One that is upheld asks for a computation, or after the publication for a correction. */
  async answer(actor: Actor, id: string, { version, decision, answer }: ObjectionAnswer): Promise<RatingObjection> {
    const found = await this.reachable(actor, id, 'answer');
    await refuseOwnCenters(actor, [found.centerId]);
    const run = await runUnderShareLock(found.runId);
    if (run.reviewedBy === actor.accountId) throw new AppError('ratingObjection.ownAnswer');
    const change = {
      ...{ answer, answered_by: actor.accountId, answered_at: await statutoryNow(TenantContext.manager) },
      answered_computation: run.computation,
    };
    const order = { id, actor, version, transition: decision, reason: answer, change };
    await this.workflow.take(RATING_OBJECTION_MACHINE, order);
    await this.deadlines.meet(ANSWER_DEADLINE, id);
    const { manager, tenantId } = TenantContext;
    const { name, leadOrganizationId } = await manager.findOneByOrFail(Center, { tenantId, id: found.centerId });
    const lead = { role: 'centerOperator' as const, organizationId: leadOrganizationId };
    const params = { center: name, year: run.year, answer };
    const subject = { kind: OBJECTION_SUBJECT, id };
    await this.notifications.send(OBJECTION_ANSWERED[decision], { roles: [lead] }, { subject, key: id, params });
    return this.get(actor, id);
  }

  /** The center takes its objection back, and says why. */
  async withdraw(
    actor: Actor,
    id: string,
    { version, reason }: { readonly version: number; readonly reason: string },
  ): Promise<RatingObjection> {
    await this.reachable(actor, id, 'withdraw');
    await this.workflow.take(RATING_OBJECTION_MACHINE, { id, actor, version, transition: 'withdraw', reason });
    await this.deadlines.cancel(ANSWER_DEADLINE, id);
    return this.get(actor, id);
  }

  get(actor: Actor, id: string): Promise<RatingObjection> {
    return this.reachable(actor, id, 'read');
  }

  /** The objection with the files that it rests on. */
  async withEvidence(actor: Actor, id: string): Promise<RatingObjection & { readonly evidence: readonly CitedFile[] }> {
    const found = await this.get(actor, id);
    return { ...found, evidence: await this.evidence.of(OBJECTION_SUBJECT, [id]) };
  }

  /** Newest first; `after` is the last id of the page before. */
  list(actor: Actor, { after, limit, year, centerId }: ObjectionPage): Promise<RatingObjection[]> {
    const query = this.visible(actor, 'read').orderBy('objection.id', 'DESC').limit(limit);
    if (after) query.andWhere('objection.id < :after', { after });
    if (year) query.andWhere('run.year = :year', { year });
    if (centerId) query.andWhere('objection.center_id = :centerId', { centerId });
    return query.getMany();
  }

  /** Who may read the objection may have what it cites. */
  @EvidenceSubject(OBJECTION_SUBJECT)
  async mayRead(actor: Actor, id: string): Promise<boolean> {
    await this.get(actor, id);
    return true;
  }

  private async reachable(actor: Actor, id: string, action: ActionOf<'RatingObjection'>): Promise<RatingObjection> {
    const found = await this.visible(actor, action).andWhere('objection.id = :id', { id }).getOne();
    if (!found) throw new AppError('resource.notFound');
    return found;
  }

  private visible(actor: Actor, action: ActionOf<'RatingObjection'>): SelectQueryBuilder<RatingObjection> {
    const { manager, tenantId } = TenantContext;
    const query = manager
      .createQueryBuilder(RatingObjection, 'objection')
      .innerJoin(Center, 'center', 'center.tenant_id = objection.tenant_id AND center.id = objection.center_id')
      .innerJoin(RatingRun, 'run', 'run.tenant_id = objection.tenant_id AND run.id = objection.run_id')
      .where('objection.tenant_id = :tenantId', { tenantId });
    return scopeRows(query, CENTER_COLUMNS, actor, action, 'RatingObjection');
  }
}

/** The run as it stays until the transaction ends: nobody computes it again or makes it final meanwhile. */
export function runUnderShareLock(id: string): Promise<RatingRun> {
  const { manager, tenantId } = TenantContext;
  return manager.findOneOrFail(RatingRun, { where: { tenantId, id }, lock: { mode: 'pessimistic_read' } });
}
