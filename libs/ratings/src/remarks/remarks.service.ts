import { Injectable } from '@nestjs/common';
import { refuseOwnCenters } from '@shucu/centers';
import { AppError, newId } from '@shucu/kernel';
import type { Actor } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { WorkflowService } from '@shucu/workflow';
import { IsNull } from 'typeorm';
import { Rating } from '../rating.entity.js';
import type { RatingRun } from '../rating-run.entity.js';
import { RATING_RUN_MACHINE } from '../rating-run.machine.js';
import { RatingRunsService, UNDONE } from '../rating-runs.service.js';
import { RatingRemark, type RemarkKind } from './rating-remark.entity.js';

export interface NewRemark {
  /** Of the run. */
  readonly version: number;
  readonly centerId: string;
  readonly kind: RemarkKind;
  readonly reason: string;
}

/** What officers say of centers in a run, until it is final: not evaluated, or did not cooperate. */
@Injectable()
export class RemarksService {
  constructor(
    private readonly runs: RatingRunsService,
    private readonly workflow: WorkflowService,
  ) {}

  /** Marks a center of a computed run; the run has to be reviewed anew. One that is not evaluated has no grade from then on. */
  async mark(actor: Actor, runId: string, { version, centerId, kind, reason }: NewRemark): Promise<RatingRun> {
    await this.runs.reachable(actor, runId, 'remark');
    const { manager, tenantId } = TenantContext;
    const rating = await manager.findOneBy(Rating, { tenantId, runId, centerId });
    if (!rating) throw new AppError('ratingRemark.notRated');
    await refuseOwnCenters(actor, [centerId]);
    await this.reopenReview(actor, runId, version, { reason, details: { centerId, kind } });
    const id = newId();
    const row = { tenantId, id, runId, centerId, kind, reason, madeBy: actor.accountId };
    await manager.createQueryBuilder().insert().into(RatingRemark).values(row).orIgnore().updateEntity(false).execute();
    if (!(await manager.findOneBy(RatingRemark, { tenantId, id }))) throw new AppError('ratingRemark.exists');
    if (kind === 'notEvaluated') {
      const result = { state: kind, grade: null, gradeReason: reason, missingOpinions: 0, error: null };
      await manager.update(Rating, { tenantId, runId, centerId }, result);
    }
    return this.runs.get(actor, runId);
  }

  /** Takes a mark back, and says why; a center that is evaluated after all is computed with the whole run. */
  async withdraw(
    actor: Actor,
    runId: string,
    remarkId: string,
    { version, reason }: { readonly version: number; readonly reason: string },
  ): Promise<RatingRun> {
    await this.runs.reachable(actor, runId, 'remark');
    const { manager, tenantId } = TenantContext;
    const found = await manager.findOneBy(RatingRemark, { tenantId, id: remarkId, runId, withdrawnAt: IsNull() });
    if (!found) throw new AppError('resource.notFound');
    const { centerId, kind } = found;
    await refuseOwnCenters(actor, [centerId]);
    const note = { reason, details: { centerId, kind, withdrawn: remarkId } };
    if (kind === 'notEvaluated') {
      const order = { id: runId, actor, version, transition: 'computeAgain', change: UNDONE, ...note } as const;
      await this.workflow.take(RATING_RUN_MACHINE, order);
      await this.runs.orderComputation(runId);
    } else {
      await this.reopenReview(actor, runId, version, note);
    }
    await manager.update(
      RatingRemark,
      { tenantId, id: remarkId },
      { withdrawnBy: actor.accountId, withdrawnAt: () => 'statutory_now()', withdrawalReason: reason },
    );
    return this.runs.get(actor, runId);
  }

  private async reopenReview(
    actor: Actor,
    id: string,
    version: number,
    note: { readonly reason: string; readonly details: object },
  ): Promise<void> {
    const { computed_at: _computed, failure: _failure, ...change } = UNDONE;
    const order = { id, actor, version, transition: 'remark', change, reason: note.reason } as const;
    await this.workflow.take(RATING_RUN_MACHINE, { ...order, details: { ...note.details } });
  }
}
