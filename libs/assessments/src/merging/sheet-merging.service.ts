import { Injectable } from '@nestjs/common';
import { CentersService } from '@shucu/centers';
import { Decimal } from '@shucu/kernel';
import { NotificationsService } from '@shucu/notifications';
import { type RuleParameters, RuleSetsService } from '@shucu/rule-sets';
import { TenantContext } from '@shucu/tenancy';
import { WorkflowService } from '@shucu/workflow';
import type { Assessment, AssessmentResult, MergedCriterion } from '../assessment.entity.js';
import { ASSESSMENT_MACHINE } from '../assessment.machine.js';
import { getAssessment, lockAssessment } from '../assessment.repository.js';
import { RESULT_TO_SIGN } from '../assessment-messages.js';
import { DrawsService } from '../drawing/draws.service.js';
import { type GroupMember, membersOf } from '../group/group.repository.js';
import { sealedScoresOf } from '../sheets/sealed-scores.repository.js';
import { ApplicationTotalService } from './application-total.service.js';
import { joinOpinions, mergeScores, spreadOf } from './merge-scores.js';

/** Merges sealed sheets as soon as nobody is waited for, asks for a further opinion, or goes back to work. */
@Injectable()
export class SheetMergingService {
  constructor(
    private readonly centers: CentersService,
    private readonly rules: RuleSetsService,
    private readonly workflow: WorkflowService,
    private readonly draws: DrawsService,
    private readonly totals: ApplicationTotalService,
    private readonly notifications: NotificationsService,
  ) {}

  /** Takes the step that the sheets call for now, if any; in the caller's transaction, under a lock on the assessment. */
  async settle(id: string): Promise<void> {
    const assessment = await lockAssessment(id);
    if (!['open', 'thirdOpinion', 'merged'].includes(assessment.state)) return;
    const members = (await membersOf([id])).get(id) ?? [];
    await this.keepLeader(assessment, members);
    const sealed = members.filter(({ sheetState }) => sheetState === 'submitted');
    const isWaiting = members.some(({ endedAt, sheetState }) => !endedAt && sheetState !== 'submitted');
    if (isWaiting || sealed.length === 0) return this.goOn(assessment);
    if (assessment.state === 'thirdOpinion' && !(await this.hasFurtherOpinion(id, sealed))) return;
    const { parameters } = await this.rules.get(assessment.ruleSetId);
    const criteria = await this.mergedCriteria(id, parameters);
    if (!assessment.thirdOpinion && isTooFar(criteria, parameters)) await this.askFurtherOpinion(assessment);
    else await this.merge(assessment, criteria, parameters);
  }

  /** A merged result that no longer holds goes back to the experts. */
  private async goOn({ id, state }: Assessment): Promise<void> {
    if (state !== 'merged') return;
    await this.workflow.take(ASSESSMENT_MACHINE, { id, transition: 'reopen', actor: null });
  }

  private async mergedCriteria(id: string, { assessment: { merge } }: RuleParameters): Promise<MergedCriterion[]> {
    const sealed = await sealedScoresOf(id);
    return sealed.map(({ indicator, criterion, scores, opinions }) => ({
      indicator,
      criterion,
      score: mergeScores(scores, merge),
      opinion: joinOpinions(opinions),
      spread: spreadOf(scores),
      scores: scores.length,
    }));
  }

  private async askFurtherOpinion({ id }: Assessment): Promise<void> {
    const change = { third_opinion: true };
    await this.workflow.take(ASSESSMENT_MACHINE, { id, transition: 'askFurtherOpinion', actor: null, change });
    await this.draws.drawOneMore(await getAssessment(id), 'thirdOpinion');
  }

  private async merge(
    assessment: Assessment,
    criteria: readonly MergedCriterion[],
    parameters: RuleParameters,
  ): Promise<void> {
    const { id, purpose } = assessment;
    const none = { total: null, sheet: null, fault: null };
    const outcome = purpose === 'application' ? await this.totals.totalOf(assessment, criteria) : none;
    const result: AssessmentResult = {
      merge: parameters.assessment.merge,
      criteria,
      sheets: await this.sealedSheets(id),
      ...outcome,
    };
    const { version } = await this.workflow.take(ASSESSMENT_MACHINE, {
      id,
      transition: 'merge',
      actor: null,
      details: { sheets: result.sheets, total: result.total },
      change: { result },
    });
    await this.tellLeader(assessment, version);
  }

  private sealedSheets(assessmentId: string): Promise<AssessmentResult['sheets']> {
    const { manager, tenantId } = TenantContext;
    return manager.query(
      `SELECT id, content_hash AS hash FROM score_sheet
       WHERE tenant_id = $1 AND assessment_id = $2 AND state = 'submitted' ORDER BY id`,
      [tenantId, assessmentId],
    );
  }

  /** Whether somebody who came in after the further opinion was asked for has submitted. */
  private async hasFurtherOpinion(id: string, sealed: readonly GroupMember[]): Promise<boolean> {
    const steps = await this.workflow.steps([id]);
    const asked = steps.findLast(({ transition }) => transition === 'askFurtherOpinion');
    return sealed.some(({ assignedAt }) => asked !== undefined && assignedAt >= asked.takenAt);
  }

  /** A leader who is out is followed by whoever has been in the group longest. */
  private async keepLeader({ id, tenantId, leaderId }: Assessment, members: readonly GroupMember[]): Promise<void> {
    const present = members.filter(({ endedAt }) => !endedAt).map(({ expertId }) => expertId);
    if (leaderId && present.includes(leaderId)) return;
    const [next] = present;
    if (!next) return;
    await TenantContext.manager.query('UPDATE assessment SET leader_id = $3 WHERE tenant_id = $1 AND id = $2', [
      tenantId,
      id,
      next,
    ]);
  }

  private async tellLeader({ id, centerId, year }: Assessment, version: number): Promise<void> {
    const { leaderId } = await getAssessment(id);
    if (!leaderId) return;
    const { name } = await this.centers.byId(centerId);
    const message = { subject: { kind: 'assessment', id }, key: `${id}:${version}`, params: { center: name, year } };
    await this.notifications.send(RESULT_TO_SIGN, { accountIds: [leaderId] }, message);
  }
}

function isTooFar(criteria: readonly MergedCriterion[], { assessment: { spreadLimit } }: RuleParameters): boolean {
  return criteria.some(({ spread }) => spread !== null && new Decimal(spread).gt(spreadLimit));
}
