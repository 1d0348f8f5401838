import { Injectable } from '@nestjs/common';
import { CentersService, dueCenters, refuseOwnCenters } from '@shucu/centers';
import { AppError } from '@shucu/kernel';
import { type Actor, conditionsOf } from '@shucu/permissions';
import { RuleSetsService } from '@shucu/rule-sets';
import { statutoryToday, TenantContext } from '@shucu/tenancy';
import { WorkflowService } from '@shucu/workflow';
import type { Assessment, AssessmentResult, ConfirmedFigure, MeasureFigures } from './assessment.entity.js';
import { ASSESSMENT_MACHINE } from './assessment.machine.js';
import {
  currentAssessment,
  getAssessment,
  insertAssessment,
  lockAssessment,
  type NewAssessment,
} from './assessment.repository.js';
import type { AssessmentFinding } from './group/assessment-finding.entity.js';
import { findingsOf } from './group/findings.repository.js';
import { endAllAssignments } from './group/group.repository.js';
import { type MergedOpinions, mergeOpinions } from './merging/merged-opinions.js';
import { lockScores, refuseClosedYear } from './sheets/scores-lock.js';
import { sealedScoresOfYear } from './sheets/sealed-scores.repository.js';

/** What a group came to and its leader signed. */
export interface SignedResult {
  readonly assessmentId: string;
  readonly result: AssessmentResult;
  /** Points of 100, decimal string; nothing for a yearly rating, which its run computes. */
  readonly total: string | null;
  readonly confirmed: Readonly<Record<string, ConfirmedFigure>>;
  readonly findings: readonly AssessmentFinding[];
  readonly resultHash: string;
  /** Account of the leader. */
  readonly signedBy: string;
  readonly at: Date;
}

/** The experts' work on centers and years (第十二条), for applications and yearly ratings alike. */
@Injectable()
export class AssessmentsService {
  constructor(
    private readonly centers: CentersService,
    private readonly rules: RuleSetsService,
    private readonly workflow: WorkflowService,
  ) {}

  /** Opens an assessment, by the platform where there is no actor. Throws `assessment.exists` while the center has one for the year. */
  async open(actor: Pick<Actor, 'accountId'> | null, input: NewAssessment): Promise<Assessment> {
    const opened = await insertAssessment(input, actor?.accountId ?? null);
    if (!opened) throw new AppError('assessment.exists', { year: input.year });
    await this.workflow.begin(ASSESSMENT_MACHINE, { id: opened.id, actor, state: 'forming' });
    return opened;
  }

  /** Opens the yearly assessment of every center that is due (第十六条), or of the named ones, that has none yet. Gives the new ones. */
  async openRatings(actor: Actor, year: number, centerIds?: readonly string[]): Promise<Assessment[]> {
    conditionsOf(actor, 'open', 'Assessment');
    const { id: ruleSetId } = await this.rules.inForceOn(await statutoryToday(TenantContext.manager));
    for (const centerId of centerIds ?? []) await this.centers.reachable(actor, centerId, 'open', 'Assessment');
    const wanted = centerIds ?? (await dueCenters(year)).map(({ id }) => id);
    const opened: Assessment[] = [];
    for (const centerId of wanted) {
      const found = await insertAssessment({ centerId, year, purpose: 'rating', ruleSetId }, actor.accountId);
      if (!found) continue;
      await this.workflow.begin(ASSESSMENT_MACHINE, { id: found.id, actor, state: 'forming' });
      opened.push(found);
    }
    return opened;
  }

  /** The assessment of a center and year; where there is none, one for the yearly rating is opened. */
  async ensure(actor: Actor, centerId: string, year: number): Promise<Assessment> {
    const found = await currentAssessment(centerId, year);
    if (found) return found;
    const { id: ruleSetId } = await this.rules.inForceOn(await statutoryToday(TenantContext.manager));
    const opened = await insertAssessment({ centerId, year, purpose: 'rating', ruleSetId }, actor.accountId);
    if (opened) await this.workflow.begin(ASSESSMENT_MACHINE, { id: opened.id, actor, state: 'forming' });
    const current = opened ?? (await currentAssessment(centerId, year));
    if (!current) throw new Error(`No assessment of ${centerId} for ${year}`);
    return current;
  }

  /** An officer cancels the assessment of a yearly rating; that of an application ends with the application. */
  async cancelRating(
    actor: Actor,
    id: string,
    { version, reason }: { readonly version: number; readonly reason: string },
  ): Promise<Assessment> {
    conditionsOf(actor, 'cancel', 'Assessment');
    const assessment = await lockAssessment(id);
    await refuseOwnCenters(actor, [assessment.centerId]);
    if (assessment.purpose === 'application') throw new AppError('assessment.ofApplication');
    await refuseClosedYear(assessment);
    return this.end(actor, id, reason, version);
  }

  /** Cancels the assessment of a center and year, also a signed one, e.g. as its application was returned; nothing where there is none. */
  async cancel(
    actor: Pick<Actor, 'accountId'> | null,
    { centerId, year, reason }: { readonly centerId: string; readonly year: number; readonly reason: string },
  ): Promise<void> {
    const current = await currentAssessment(centerId, year);
    if (current) await this.end(actor, current.id, reason);
  }

  /** Sets what the center claimed and its bureau verified, by measure: decimal strings. Throws `workflow.notPossible` once signed. */
  async setFigures(
    actor: Pick<Actor, 'accountId'> | null,
    id: string,
    { claimed, verified }: { readonly claimed: MeasureFigures; readonly verified: MeasureFigures },
  ): Promise<void> {
    await this.workflow.record(ASSESSMENT_MACHINE, { id, actor, event: 'setFigures', change: { claimed, verified } });
  }

  /** What the group of a center and year signed, if it has. */
  async signedResult(centerId: string, year: number): Promise<SignedResult | null> {
    const found = await currentAssessment(centerId, year);
    if (found?.state !== 'signed') return null;
    const { id, result, resultHash, signedBy, signedAt, confirmed } = found;
    if (!result || !resultHash || !signedBy || !signedAt)
      throw new Error(`Assessment ${id} is signed without a result`);
    const findings = await findingsOf(id);
    return { assessmentId: id, result, total: result.total, confirmed, findings, resultHash, signedBy, at: signedAt };
  }

  /** All sealed scores of a year, merged by the rules of each assessment; until the caller's transaction ends nobody can seal one. */
  async merged(year: number): Promise<MergedOpinions> {
    await lockScores(year);
    const sealed = await sealedScoresOfYear(year);
    const ids = [...new Set(sealed.map(({ ruleSetId }) => ruleSetId))];
    const rules = new Map<string, 'mean' | 'trimmedMean'>();
    for (const id of ids) rules.set(id, (await this.rules.get(id)).parameters.assessment.merge);
    return mergeOpinions(sealed, ({ ruleSetId }) => rules.get(ruleSetId) ?? 'mean');
  }

  /**
   * Of how many centers a sheet of the year was sealed, or a sealed one fell, after the moment; until the caller's transaction ends
   * nobody can seal one.
   */
  async centersScoredSince(year: number, moment: Date): Promise<number> {
    await lockScores(year);
    const { manager, tenantId } = TenantContext;
    const [{ count }] = await manager.query<[{ count: number }]>(
      `SELECT count(DISTINCT assessment.center_id)::int AS count FROM assessment
       JOIN score_sheet sheet ON sheet.tenant_id = assessment.tenant_id AND sheet.assessment_id = assessment.id
         AND sheet.submitted_at IS NOT NULL
       WHERE assessment.tenant_id = $1 AND assessment.year = $2
         AND (sheet.recorded_at > $3 OR (assessment.state = 'cancelled' AND assessment.updated_at > $3))`,
      [tenantId, year, moment],
    );
    return count;
  }

  private async end(
    actor: Pick<Actor, 'accountId'> | null,
    id: string,
    reason: string,
    version?: number,
  ): Promise<Assessment> {
    const seen = version === undefined ? {} : { version };
    await this.workflow.take(ASSESSMENT_MACHINE, { id, transition: 'cancel', actor, reason, ...seen });
    await endAllAssignments(id, actor?.accountId ?? null, reason);
    return getAssessment(id);
  }
}
