import { Injectable } from '@nestjs/common';
import { APPLICATION_MACHINE, ApplicationsService } from '@shucu/applications';
import { AppError } from '@shucu/kernel';
import type { Actor } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { refuseStale, WorkflowService } from '@shucu/workflow';
import { refuseOtherState } from '../stage-guard.service.js';
import { CorrectionRemark } from './correction.entity.js';
import { openCorrection } from './corrections.repository.js';

export interface RemarkAnswer {
  readonly remarkId: string;
  readonly answer: string;
}

/** What the applicant has to say to each remark of a return. */
@Injectable()
export class AnswersService {
  constructor(
    private readonly applications: ApplicationsService,
    private readonly workflow: WorkflowService,
  ) {}

  /** Answers remarks of the open return, or answers them anew. Throws `resource.notFound` for a remark that is not one of them. */
  async answer(actor: Actor, id: string, version: number, answers: readonly RemarkAnswer[]): Promise<void> {
    await this.applications.reachable(actor, id, 'update');
    const application = await this.applications.lock(id);
    await refuseStale(APPLICATION_MACHINE, application, version);
    refuseOtherState(application, ['returned'], '答复补正意见');
    const correction = await openCorrection(id);
    const known = correction?.remarks.map((remark) => remark.id) ?? [];
    if (answers.some(({ remarkId }) => !known.includes(remarkId))) throw new AppError('resource.notFound');
    const { manager, tenantId } = TenantContext;
    for (const { remarkId, answer } of answers) {
      const row = { answer, answeredBy: actor.accountId, answeredAt: () => 'statutory_now()' };
      await manager.update(CorrectionRemark, { tenantId, id: remarkId }, row);
    }
    const details = { submission: application.submissions, answers: answers.length };
    await this.workflow.record(APPLICATION_MACHINE, { id, actor, event: 'answerRemarks', details });
  }
}
