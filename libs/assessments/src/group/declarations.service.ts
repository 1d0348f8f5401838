import { Injectable } from '@nestjs/common';
import { refuseOwnCenters } from '@shucu/centers';
import { AppError } from '@shucu/kernel';
import type { Actor } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { WorkflowService } from '@shucu/workflow';
import type { Assessment } from '../assessment.entity.js';
import { ASSESSMENT_MACHINE } from '../assessment.machine.js';
import { getAssessment, lockAssessment } from '../assessment.repository.js';
import { DrawsService } from '../drawing/draws.service.js';
import { SheetMergingService } from '../merging/sheet-merging.service.js';
import { SCORE_SHEET_MACHINE } from '../score-sheet.machine.js';
import { beginSheet } from '../sheets/score-sheets.service.js';
import { refuseClosedYear } from '../sheets/scores-lock.js';
import { refuseEmployed } from './employment-conflict.js';
import type { ExpertAssignment } from './expert-assignment.entity.js';
import { ExpertAssignmentsService } from './expert-assignments.service.js';
import { endAssignment, membersOf } from './group.repository.js';

/** Experts say first whether there is a conflict of interest, and step back when there is one (第十二条). */
@Injectable()
export class DeclarationsService {
  constructor(
    private readonly assignments: ExpertAssignmentsService,
    private readonly workflow: WorkflowService,
    private readonly draws: DrawsService,
    private readonly merging: SheetMergingService,
  ) {}

  /**
   * Declares no conflict, which opens the dossier and a sheet, or the conflict that there is, which ends the assignment and has the
   * next one drawn. Refuses to declare none where work for an organization behind the center is known.
   */
  async declare(actor: Actor, id: string, conflict: string | null): Promise<ExpertAssignment> {
    const found = await this.assignments.find(actor, 'declare', id);
    const assessment = await lockAssessment(found.assessmentId);
    const { declaredAt, endedAt } = await this.assignments.byId(id);
    if (declaredAt || endedAt) throw new AppError('assessment.declared');
    if (conflict === null) await this.admit(actor, found, assessment);
    else await this.standBack(actor, found, { reason: '申报利益冲突', conflict });
    return this.assignments.byId(id);
  }

  /**
   * Takes an expert out of a group, also late: the sheet is void and the others are merged again; one who had not submitted is
   * replaced by the next of the draw. Refused once the result is signed or the year's evaluation is final.
   */
  async recuse(actor: Actor, id: string, reason: string): Promise<ExpertAssignment> {
    const found = await this.assignments.find(actor, 'recuse', id);
    await lockAssessment(found.assessmentId);
    const { endedAt } = await this.assignments.byId(id);
    if (endedAt) throw new AppError('assessment.declared');
    await this.standBack(actor, found, { reason, conflict: null });
    return this.assignments.byId(id);
  }

  private async admit(
    actor: Actor,
    { id, tenantId, centerId, expertId }: ExpertAssignment,
    assessment: Assessment,
  ): Promise<void> {
    await refuseOwnCenters(actor, [centerId]);
    await refuseEmployed(expertId, assessment, await this.draws.barredOrganizations(centerId));
    await TenantContext.manager.query(
      `UPDATE expert_assignment SET declared_at = greatest(assigned_at, statutory_now()) WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id],
    );
    await beginSheet(assessment.id, expertId);
  }

  private async standBack(
    actor: Actor,
    { id, assessmentId, expertId }: ExpertAssignment,
    { reason, conflict }: { readonly reason: string; readonly conflict: string | null },
  ): Promise<void> {
    await refuseClosedYear(await getAssessment(assessmentId));
    await endAssignment(id, actor.accountId, { reason, conflict });
    await this.workflow.record(ASSESSMENT_MACHINE, {
      id: assessmentId,
      actor,
      event: 'recuse',
      reason,
      details: { expertId },
    });
    const members = (await membersOf([assessmentId])).get(assessmentId) ?? [];
    const own = members.find(({ assignmentId }) => assignmentId === id);
    if (own?.sheetId && own.sheetState !== 'void') {
      await this.workflow.take(SCORE_SHEET_MACHINE, { id: own.sheetId, transition: 'void', actor, reason });
    }
    if (own?.sheetState !== 'submitted') await this.draws.drawOneMore(await getAssessment(assessmentId), 'replacement');
    await this.merging.settle(assessmentId);
  }
}
