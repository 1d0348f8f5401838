import { Injectable } from '@nestjs/common';
import { CentersService, refuseOwnCenters } from '@shucu/centers';
import { AppError, canonicalJson, sha256 } from '@shucu/kernel';
import { NotificationsService } from '@shucu/notifications';
import { type Actor, conditionsOf } from '@shucu/permissions';
import { WorkflowService } from '@shucu/workflow';
import type { Assessment } from '../assessment.entity.js';
import { ASSESSMENT_MACHINE } from '../assessment.machine.js';
import { getAssessment, lockAssessment } from '../assessment.repository.js';
import { RESULT_SIGNED } from '../assessment-messages.js';
import { ResultPaperService } from '../papers/result-paper.service.js';
import { findingsOf } from './findings.repository.js';
import { endAllAssignments, isMember, membersOf } from './group.repository.js';

/** Who leads a group, and the signature that makes its result final (第十二条). */
@Injectable()
export class LeadershipService {
  constructor(
    private readonly centers: CentersService,
    private readonly workflow: WorkflowService,
    private readonly notifications: NotificationsService,
    private readonly papers: ResultPaperService,
  ) {}

  /** Has another expert of the group lead it. Throws `assessment.notInGroup`. */
  async appoint(
    actor: Actor,
    id: string,
    { version, expertId }: { readonly version: number; readonly expertId: string },
  ): Promise<Assessment> {
    conditionsOf(actor, 'appointLeader', 'Assessment');
    const { centerId } = await lockAssessment(id);
    await refuseOwnCenters(actor, [centerId]);
    const members = (await membersOf([id])).get(id) ?? [];
    const isPresent = members.some((member) => member.expertId === expertId && !member.endedAt);
    if (!isPresent) throw new AppError('assessment.notInGroup');
    const change = { leader_id: expertId };
    const details = { expertId };
    await this.workflow.record(ASSESSMENT_MACHINE, { id, actor, version, event: 'appointLeader', change, details });
    return getAssessment(id);
  }

  /**
   * The leader signs the merged result with a conclusion: it is frozen with its hash, and the experts' access ends. Throws
   * `assessment.notLeader` and, for an application without a total, `assessment.noTotal`.
   */
  async sign(
    actor: Actor,
    id: string,
    { version, conclusion }: { readonly version: number; readonly conclusion: string },
  ): Promise<Assessment> {
    conditionsOf(actor, 'sign', 'Assessment');
    if (!(await isMember(actor.accountId, id))) throw new AppError('resource.notFound');
    const { leaderId, purpose, result, confirmed, centerId, year, state } = await lockAssessment(id);
    if (leaderId !== actor.accountId) throw new AppError('assessment.notLeader');
    if (state === 'merged' && purpose === 'application' && result?.total == null) {
      throw new AppError('assessment.noTotal', { fault: result?.fault ?? '' });
    }
    const signed = {
      result,
      confirmed,
      findings: (await findingsOf(id)).map(({ id: finding }) => finding),
      conclusion,
    };
    const resultHash = sha256(canonicalJson(signed));
    await this.workflow.take(ASSESSMENT_MACHINE, {
      id,
      transition: 'sign',
      actor,
      version,
      reason: conclusion,
      details: { resultHash, total: result?.total ?? null },
      change: { result_hash: resultHash, signed_by: actor.accountId },
    });
    await this.papers.issue(await getAssessment(id), conclusion);
    await endAllAssignments(id, actor.accountId, '评价结果已签署');
    const { name } = await this.centers.byId(centerId);
    const message = { subject: { kind: 'assessment', id }, key: id, params: { center: name, year } };
    await this.notifications.send(RESULT_SIGNED, { roles: [{ role: 'provinceOfficer' }] }, message);
    return getAssessment(id);
  }
}
