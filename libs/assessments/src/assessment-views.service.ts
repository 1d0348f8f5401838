import { Injectable } from '@nestjs/common';
import { CENTER_COLUMNS } from '@shucu/centers';
import { EvidenceSubject } from '@shucu/evidence';
import { AppError } from '@shucu/kernel';
import { type Actor, conditionsOf, scopeRows } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import type { SelectQueryBuilder } from 'typeorm';
import { Assessment, type AssessmentPurpose } from './assessment.entity.js';
import type { AssessmentState } from './assessment.machine.js';
import type { AssessmentFinding } from './group/assessment-finding.entity.js';
import { ASSESSMENT_SUBJECT } from './group/contributions.service.js';
import { findingsOf } from './group/findings.repository.js';
import { type GroupMember, membersOf } from './group/group.repository.js';
import { type NamedScore, namedScoresOf } from './sheets/named-scores.repository.js';
import { sealedScoresOf } from './sheets/sealed-scores.repository.js';

export interface AssessmentPage {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly centerId?: string | undefined;
  readonly year?: number | undefined;
  readonly purpose?: AssessmentPurpose | undefined;
  readonly state?: AssessmentState | undefined;
}

/** An assessment with its group and findings. */
export interface AssessmentView {
  readonly assessment: Assessment;
  readonly group: readonly GroupMember[];
  readonly findings: readonly AssessmentFinding[];
}

/** The sealed scores of one criterion, lowest first, and the opinions in the order of their text: neither tells who gave them. */
export interface AnonymousScores {
  readonly indicator: string;
  readonly criterion: string;
  readonly scores: readonly string[];
  readonly opinions: readonly string[];
}

/** What people see of assessments: an expert the own ones, while in the group. */
@Injectable()
export class AssessmentViewsService {
  /** A page, newest first; `after` is the last id of the page before. */
  list(actor: Actor, { after, limit, centerId, year, purpose, state }: AssessmentPage): Promise<Assessment[]> {
    const query = this.visible(actor).orderBy('assessment.id', 'DESC').limit(limit);
    if (after) query.andWhere('assessment.id < :after', { after });
    if (centerId) query.andWhere('assessment.center_id = :centerId', { centerId });
    if (year) query.andWhere('assessment.year = :year', { year });
    if (purpose) query.andWhere('assessment.purpose = :purpose', { purpose });
    if (state) query.andWhere('assessment.state = :state', { state });
    return query.getMany();
  }

  /** One assessment with its group and findings. Throws `resource.notFound`. */
  async get(actor: Actor, id: string): Promise<AssessmentView> {
    const assessment = await this.visible(actor).andWhere('assessment.id = :id', { id }).getOne();
    if (!assessment) throw new AppError('resource.notFound');
    const group = (await membersOf([id])).get(id) ?? [];
    return { assessment, group, findings: await findingsOf(id) };
  }

  /** The merged assessment's scores without names, and with them for whoever may know. Throws `assessment.notMerged`. */
  async scores(
    actor: Actor,
    id: string,
  ): Promise<{ criteria: readonly AnonymousScores[]; byExpert: readonly NamedScore[] | null }> {
    conditionsOf(actor, 'read', 'ScoreSheet');
    const { assessment } = await this.get(actor, id);
    if (!['merged', 'signed'].includes(assessment.state)) throw new AppError('assessment.notMerged');
    const criteria = (await sealedScoresOf(id)).map(({ indicator, criterion, scores, opinions }) => ({
      indicator,
      criterion,
      scores: [...scores].sort((a, b) => Number(a) - Number(b)),
      opinions: [...opinions].sort(),
    }));
    return { criteria, byExpert: actor.ability.can('read', 'ScoreSheetAuthor') ? await namedScoresOf(id) : null };
  }

  /** Whoever sees an assessment sees the photographs of its findings. */
  @EvidenceSubject(ASSESSMENT_SUBJECT)
  async mayRead(actor: Actor, id: string): Promise<boolean> {
    if (!actor.ability.can('read', 'Assessment')) return false;
    return (await this.visible(actor).andWhere('assessment.id = :id', { id }).getCount()) > 0;
  }

  private visible(actor: Actor): SelectQueryBuilder<Assessment> {
    const { manager, tenantId } = TenantContext;
    const query = manager
      .createQueryBuilder(Assessment, 'assessment')
      .innerJoin('center', 'center', 'center.tenant_id = assessment.tenant_id AND center.id = assessment.center_id')
      .where('assessment.tenant_id = :tenantId', { tenantId });
    const columns = {
      ...CENTER_COLUMNS,
      assignedExpertId: (expertId: string) =>
        `EXISTS (SELECT 1 FROM expert_assignment held WHERE held.tenant_id = assessment.tenant_id
           AND held.assessment_id = assessment.id AND held.expert_id = ${expertId}
           AND held.declared_at IS NOT NULL AND held.ended_at IS NULL)`,
    };
    return scopeRows(query, columns, actor, 'read', 'Assessment');
  }
}
