import { Injectable } from '@nestjs/common';
import { CentersService, standBehind } from '@shucu/centers';
import { activeRolesOf } from '@shucu/identity';
import { AppError } from '@shucu/kernel';
import { type ActionOf, type Actor, organizationsOf, scopeRows } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { WorkflowService } from '@shucu/workflow';
import type { SelectQueryBuilder } from 'typeorm';
import { ASSESSMENT_MACHINE, drawingStep } from '../assessment.machine.js';
import { lockAssessment } from '../assessment.repository.js';
import { AssessmentsService } from '../assessments.service.js';
import { DrawsService } from '../drawing/draws.service.js';
import { SheetMergingService } from '../merging/sheet-merging.service.js';
import { refuseEmployed } from './employment-conflict.js';
import { ExpertAssignment } from './expert-assignment.entity.js';
import { addMembers, endAssignment } from './group.repository.js';

export type NewExpertAssignment = Pick<ExpertAssignment, 'centerId' | 'year' | 'expertId'>;

export interface ExpertAssignmentPage {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly centerId?: string | undefined;
  readonly year?: number | undefined;
  readonly expertId?: string | undefined;
  readonly state?: 'open' | 'ended' | undefined;
}

/** An assignment with those whom it concerns, so that an expert can say whether there is a conflict. */
export interface InvitedAssignment {
  readonly assignment: ExpertAssignment;
  readonly centerName: string;
  /** The lead first, then the members of the consortium. */
  readonly organizations: readonly string[];
}

/** Who may see and score which center of which year (第十二条), from when until when. */
@Injectable()
export class ExpertAssignmentsService {
  constructor(
    private readonly centers: CentersService,
    private readonly assessments: AssessmentsService,
    private readonly draws: DrawsService,
    private readonly workflow: WorkflowService,
    private readonly merging: SheetMergingService,
  ) {}

  /**
   * Appoints an active expert from outside the center's organizations by hand, opening the year's assessment where there is none;
   * refuses one who has the center and year already. The expert sees the center once no conflict of interest was declared.
   */
  async assign(actor: Actor, { centerId, year, expertId }: NewExpertAssignment): Promise<ExpertAssignment> {
    const center = await this.centers.writable(actor, centerId, 'create', 'ExpertAssignment');
    const roles = await activeRolesOf(expertId);
    if (!roles.some(({ role }) => role === 'expert')) throw new AppError('assignment.notAnExpert');
    if (await standBehind(organizationsOf({ roles }), [center.id])) throw new AppError('assignment.ownOrganization');
    const { id, state, leaderId } = await lockAssessment((await this.assessments.ensure(actor, center.id, year)).id);
    await refuseEmployed(expertId, { id, centerId }, await this.draws.barredOrganizations(centerId));
    const transition = drawingStep(state);
    const change = leaderId ? {} : { leader_id: expertId };
    await this.workflow.take(ASSESSMENT_MACHINE, { id, transition, actor, change, details: { expertId } });
    const assessment = await lockAssessment(id);
    const [added] = await addMembers(assessment, [expertId], { assignedBy: actor.accountId, drawId: null });
    if (!added) throw new AppError('assignment.exists', { year });
    await this.draws.invite(assessment, [expertId], added);
    return this.byId(added);
  }

  /**
   * Ends an assignment as of now; one that has ended stays as it is. What was sealed under it still counts, and where nobody else is
   * waited for the sheets are merged.
   */
  async end(actor: Actor, id: string): Promise<ExpertAssignment> {
    const found = await this.find(actor, 'end', id);
    await lockAssessment(found.assessmentId);
    if (await endAssignment(id, actor.accountId)) await this.merging.settle(found.assessmentId);
    return this.byId(id);
  }

  /** One assignment with whom it concerns, also before its expert has declared. Throws `resource.notFound`. */
  async get(actor: Actor, id: string): Promise<InvitedAssignment> {
    const assignment = await this.find(actor, 'read', id);
    const { center, lead, members } = await this.centers.withOrganizations(
      await this.centers.byId(assignment.centerId),
    );
    return { assignment, centerName: center.name, organizations: [lead, ...members].map(({ name }) => name) };
  }

  /** A page, newest first; `after` is the last id of the page before. An expert gets the own ones, those that ended too. */
  list(
    actor: Actor,
    { after, limit, centerId, year, expertId, state }: ExpertAssignmentPage,
  ): Promise<ExpertAssignment[]> {
    const query = this.visible(actor, 'read').orderBy('assignment.id', 'DESC').limit(limit);
    if (after) query.andWhere('assignment.id < :after', { after });
    if (centerId) query.andWhere('assignment.center_id = :centerId', { centerId });
    if (year) query.andWhere('assignment.year = :year', { year });
    if (expertId) query.andWhere('assignment.expert_id = :expertId', { expertId });
    if (state) query.andWhere(`assignment.ended_at IS ${state === 'open' ? 'NULL' : 'NOT NULL'}`);
    return query.getMany();
  }

  /** The assignment on which the actor may do this; otherwise it is as if it did not exist. */
  async find(actor: Actor, action: ActionOf<'ExpertAssignment'>, id: string): Promise<ExpertAssignment> {
    const found = await this.visible(actor, action).andWhere('assignment.id = :id', { id }).getOne();
    if (!found) throw new AppError('resource.notFound');
    return found;
  }

  /** An assignment as it is now, whoever asks. */
  byId(id: string): Promise<ExpertAssignment> {
    const { manager, tenantId } = TenantContext;
    return manager.findOneByOrFail(ExpertAssignment, { tenantId, id });
  }

  private visible(actor: Actor, action: ActionOf<'ExpertAssignment'>): SelectQueryBuilder<ExpertAssignment> {
    const { manager, tenantId } = TenantContext;
    const query = manager
      .createQueryBuilder(ExpertAssignment, 'assignment')
      .where('assignment.tenant_id = :tenantId', { tenantId });
    return scopeRows(query, { assignedExpertId: 'assignment.expert_id' }, actor, action, 'ExpertAssignment');
  }
}
