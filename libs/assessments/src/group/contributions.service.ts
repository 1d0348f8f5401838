import { Injectable } from '@nestjs/common';
import { CentersService } from '@shucu/centers';
import { EvidenceService } from '@shucu/evidence';
import { AppError, newId } from '@shucu/kernel';
import { type Actor, conditionsOf } from '@shucu/permissions';
import { PluginRegistry } from '@shucu/plugin-host';
import { TenantContext } from '@shucu/tenancy';
import { WorkflowService } from '@shucu/workflow';
import type { Assessment, ConfirmedFigure } from '../assessment.entity.js';
import { ASSESSMENT_MACHINE } from '../assessment.machine.js';
import { getAssessment, lockAssessment } from '../assessment.repository.js';
import { SheetMergingService } from '../merging/sheet-merging.service.js';
import { AssessmentFinding } from './assessment-finding.entity.js';
import { isMember } from './group.repository.js';

/** Kind of row under which the photographs of findings are cited. */
export const ASSESSMENT_SUBJECT = 'assessment';

/** What a group has found on site. */
export type NewFinding = Pick<AssessmentFinding, 'visitedOn' | 'people' | 'finding'> & {
  readonly fileIds: readonly string[];
};

/** What the experts of a group find together: figures that they confirm, and what they saw on site (第十二条). */
@Injectable()
export class ContributionsService {
  constructor(
    private readonly centers: CentersService,
    private readonly plugins: PluginRegistry,
    private readonly workflow: WorkflowService,
    private readonly merging: SheetMergingService,
    private readonly evidence: EvidenceService,
  ) {}

  /** Sets the figures that the group confirms, in place of those before; a merged result is merged again. */
  async confirm(
    actor: Actor,
    id: string,
    version: number,
    confirmed: Readonly<Record<string, ConfirmedFigure>>,
  ): Promise<Assessment> {
    const assessment = await this.contributable(actor, id);
    const { measures } = this.plugins.get((await this.centers.byId(assessment.centerId)).category);
    const unknown = Object.keys(confirmed).filter((measure) => !(measure in measures));
    if (unknown.length > 0) throw new AppError('assessment.unknownMeasure', { measures: unknown.join('、') });
    const order = {
      id,
      actor,
      version,
      event: 'confirm',
      article: '第十二条',
      details: { confirmed },
      change: { confirmed },
    };
    await this.workflow.record(ASSESSMENT_MACHINE, order);
    if (assessment.state === 'merged') await this.merging.settle(id);
    return getAssessment(id);
  }

  /** Adds a finding with its photographs. */
  async find(actor: Actor, id: string, { fileIds, ...finding }: NewFinding): Promise<AssessmentFinding> {
    const { centerId, year } = await this.contributable(actor, id);
    const { manager, tenantId } = TenantContext;
    const findingId = newId();
    await manager.insert(AssessmentFinding, {
      ...finding,
      tenantId,
      id: findingId,
      assessmentId: id,
      recordedBy: actor.accountId,
    });
    const place = { subjectKind: ASSESSMENT_SUBJECT, subjectId: id, place: findingId, centerId, year };
    if (fileIds.length > 0) await this.evidence.cite(actor, place, fileIds);
    await this.workflow.record(ASSESSMENT_MACHINE, {
      id,
      actor,
      event: 'find',
      article: '第十二条',
      details: { findingId },
    });
    return manager.findOneByOrFail(AssessmentFinding, { tenantId, id: findingId });
  }

  /** An assessment, locked, of whose group the actor is, and which is not signed; otherwise it is as if it did not exist. */
  private async contributable(actor: Actor, id: string): Promise<Assessment> {
    conditionsOf(actor, 'contribute', 'Assessment');
    if (!(await isMember(actor.accountId, id))) throw new AppError('resource.notFound');
    return lockAssessment(id);
  }
}
