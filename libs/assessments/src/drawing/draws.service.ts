import { Injectable } from '@nestjs/common';
import { CentersService, refuseOwnCenters } from '@shucu/centers';
import { AppError, canonicalJson, groupBy, newId, sha256 } from '@shucu/kernel';
import { NotificationsService } from '@shucu/notifications';
import { OrganizationsService } from '@shucu/organizations';
import { type Actor, conditionsOf } from '@shucu/permissions';
import { RuleSetsService } from '@shucu/rule-sets';
import { TenantContext } from '@shucu/tenancy';
import { WorkflowService } from '@shucu/workflow';
import type { QueryDeepPartialEntity } from 'typeorm';
import type { Assessment } from '../assessment.entity.js';
import { ASSESSMENT_MACHINE, drawingStep } from '../assessment.machine.js';
import { getAssessment, lockAssessment } from '../assessment.repository.js';
import { EXPERT_INVITED, EXPERT_MISSING } from '../assessment-messages.js';
import { addMembers } from '../group/group.repository.js';
import { candidatesFor } from './candidates.repository.js';
import { draw } from './draw.js';
import { type BarredOrganization, type DrawConstraints, type DrawOutcome, EXCLUSION_TITLES } from './draw.types.js';
import { type DrawPurpose, ExpertDraw } from './expert-draw.entity.js';

/** What an officer asks of a draw. */
export interface DrawOrder {
  readonly version: number;
  /** Fields of which an expert needs one; the industry of the center when not given, if it has one. */
  readonly fields?: readonly string[] | undefined;
  /** Experts to draw; the rule set's group for the first draw, one for a later one. */
  readonly size?: number | undefined;
  /** Experts of the center's own region may be drawn, too. */
  readonly ownRegion?: boolean | undefined;
}

interface Wanted {
  readonly purpose: DrawPurpose;
  readonly size: number;
  readonly constraints: DrawConstraints;
  readonly drawnBy: string | null;
}

/** Draws experts by constraints and chance, so that anybody can repeat it (第十二条). */
@Injectable()
export class DrawsService {
  constructor(
    private readonly centers: CentersService,
    private readonly organizations: OrganizationsService,
    private readonly rules: RuleSetsService,
    private readonly workflow: WorkflowService,
    private readonly notifications: NotificationsService,
  ) {}

  /** Draws the group, a replacement or a further opinion. Throws `assessment.tooFewExperts`, telling which constraint left out how many. */
  async drawGroup(actor: Actor, id: string, { version, ...order }: DrawOrder): Promise<Assessment> {
    conditionsOf(actor, 'draw', 'Assessment');
    const { state, ruleSetId, centerId } = await lockAssessment(id);
    await refuseOwnCenters(actor, [centerId]);
    await this.workflow.take(ASSESSMENT_MACHINE, { id, transition: drawingStep(state), actor, version });
    const assessment = await getAssessment(id);
    const purpose = state === 'forming' ? 'group' : state === 'thirdOpinion' ? 'thirdOpinion' : 'replacement';
    const { groupSize } = (await this.rules.get(ruleSetId)).parameters.assessment;
    const size = order.size ?? (purpose === 'group' ? groupSize : 1);
    const constraints = await this.constraintsFor(assessment, order);
    const outcome = await this.drawInto(assessment, { purpose, size, constraints, drawnBy: actor.accountId });
    if (outcome.drawn.length < size) throw tooFew(size, outcome);
    return getAssessment(id);
  }

  /**
   * Draws one more by the constraints of the last draw, as its continuation; where there was none, or nobody is left, the officers
   * are told that somebody is missing.
   */
  async drawOneMore(assessment: Assessment, purpose: DrawPurpose): Promise<void> {
    const { manager, tenantId } = TenantContext;
    const last = await manager.findOne(ExpertDraw, {
      where: { tenantId, assessmentId: assessment.id },
      order: { number: 'DESC' },
    });
    if (last) {
      const { drawn } = await this.drawInto(assessment, {
        purpose,
        size: 1,
        constraints: last.constraints,
        drawnBy: null,
      });
      if (drawn.length > 0) return;
    }
    const center = await this.centers.byId(assessment.centerId);
    await this.notifications.send(
      EXPERT_MISSING,
      { roles: [{ role: 'provinceOfficer' }] },
      {
        subject: { kind: 'assessment', id: assessment.id },
        key: `${assessment.id}:${assessment.version}`,
        params: { center: center.name, year: assessment.year, wanted: 1 },
      },
    );
  }

  /** Tells experts who were drawn or appointed that they are to declare. */
  async invite({ id, centerId, year }: Assessment, expertIds: readonly string[], key: string): Promise<void> {
    const center = await this.centers.byId(centerId);
    const message = { subject: { kind: 'assessment', id }, key, params: { center: center.name, year } };
    await this.notifications.send(EXPERT_INVITED, { accountIds: expertIds }, message);
  }

  /** The organizations behind the center, by all names that they have or had. */
  async barredOrganizations(centerId: string): Promise<BarredOrganization[]> {
    const { lead, members } = await this.centers.withOrganizations(await this.centers.byId(centerId));
    const own = [lead, ...members];
    const former = await this.organizations.formerNames(own.map(({ id }) => id));
    return own.flatMap(({ id, name, creditCode }) => [
      { name, creditCode },
      ...former
        .filter(({ organizationId }) => organizationId === id)
        .map((earlier) => ({ name: earlier.name, creditCode })),
    ]);
  }

  private async constraintsFor(
    { centerId }: Assessment,
    { fields, ownRegion = false }: Omit<DrawOrder, 'version'>,
  ): Promise<DrawConstraints> {
    const center = await this.centers.byId(centerId);
    const organizations = await this.barredOrganizations(centerId);
    const wanted = fields ?? (center.industry ? [center.industry] : []);
    return { fields: [...wanted], regionId: ownRegion ? null : center.regionId, organizations };
  }

  private async drawInto(
    assessment: Assessment,
    { purpose, size, constraints, drawnBy }: Wanted,
  ): Promise<DrawOutcome> {
    const { manager, tenantId } = TenantContext;
    const { workload } = (await this.rules.get(assessment.ruleSetId)).parameters.assessment;
    const candidates = await candidatesFor(assessment, workload);
    const outcome = draw(candidates, constraints, assessment.seed, size);
    if (outcome.drawn.length === 0) return outcome;
    const earlier = await manager.countBy(ExpertDraw, { tenantId, assessmentId: assessment.id });
    const id = newId();
    const row = {
      tenantId,
      id,
      assessmentId: assessment.id,
      number: earlier + 1,
      purpose,
      seed: assessment.seed,
      size,
      constraints,
    };
    const drawn = [...outcome.drawn];
    const found = {
      candidates,
      candidatesHash: sha256(canonicalJson(candidates)),
      exclusions: [...outcome.exclusions],
      drawn,
      drawnBy,
    };
    await manager.insert(ExpertDraw, { ...row, ...found } as QueryDeepPartialEntity<ExpertDraw>);
    const assignedBy = drawnBy ?? (await this.assignerOf(assessment));
    await addMembers(assessment, drawn, { assignedBy, drawId: id });
    if (!assessment.leaderId) await this.lead(assessment, drawn[0] as string);
    await this.invite(assessment, drawn, id);
    return outcome;
  }

  private async lead({ id: assessmentId, tenantId }: Assessment, leaderId: string): Promise<void> {
    await TenantContext.manager.query('UPDATE assessment SET leader_id = $3 WHERE tenant_id = $1 AND id = $2', [
      tenantId,
      assessmentId,
      leaderId,
    ]);
  }

  /** Who stands for a draw that the platform makes by itself: whoever had the first expert in. */
  private async assignerOf({ id, tenantId }: Assessment): Promise<string> {
    const [first] = await TenantContext.manager.query<{ by: string }[]>(
      'SELECT assigned_by AS by FROM expert_assignment WHERE tenant_id = $1 AND assessment_id = $2 ORDER BY id LIMIT 1',
      [tenantId, id],
    );
    if (!first) throw new Error(`Assessment ${id} never had an expert`);
    return first.by;
  }
}

function tooFew(wanted: number, { eligible, exclusions }: DrawOutcome): AppError {
  const counted = [...groupBy(exclusions, ({ reason }) => reason)].map(([reason, people]) => ({
    reason,
    count: people.length,
  }));
  const reasons =
    counted.map(({ reason, count }) => `${EXCLUSION_TITLES[reason]['zh-CN']} ${count} 人`).join('、') || '无';
  const reasonsEn =
    counted.map(({ reason, count }) => `${EXCLUSION_TITLES[reason].en}: ${count}`).join(', ') || 'nobody';
  return new AppError('assessment.tooFewExperts', { wanted, eligible, reasons, reasonsEn });
}
