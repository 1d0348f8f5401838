import { tenantTransaction } from '@shucu/tenancy';
import { assignExpert } from '../../factories/assignment.factory.js';
import { createCenter } from '../../factories/center.factory.js';
import { fillSheet, sealSheet } from '../../factories/score-sheet.factory.js';
import type { TestTenant } from '../../factories/tenant.factory.js';
import { callerOf } from '../../harness/caller.js';
import type { TestPlatform } from '../../harness/platform.js';
import type { As } from './as.js';

/** A year of which no run is made. */
const YEAR = 2022;

/** The experts' work, at every stage; the tenant's expert is in every group. */
export interface AssessmentIds {
  /** Open, of the center and 2025. */
  readonly assessment: string;
  /** Without a group yet. */
  readonly formingAssessment: string;
  readonly idleAssessment: string;
  /** Merged, to be signed by the expert; under two names, as not everybody who reads scores signs. */
  readonly mergedAssessment: string;
  readonly signableAssessment: string;
  /** A draft on which everything is scored. */
  readonly scoreSheet: string;
  /** Of an expert who has not declared yet, and of one who has. */
  readonly openInvitation: string;
  readonly recusableAssignment: string;
  /** Whoever is in the pool: the tenant's expert. */
  readonly expertProfile: string;
}

export async function createAssessments(
  platform: TestPlatform,
  tenant: TestTenant,
  as: As,
  centerId: string,
): Promise<AssessmentIds> {
  const [officer, expert] = [as('provinceOfficer'), as('expert')];
  const expertId = tenant.accounts.expert;
  const profile = { version: 0, title: '教授级高工', fields: ['platform'], employers: [] };
  await officer.put(`expert-profiles/${expertId}`, profile).expect(200);
  const center = (): Promise<string> => createCenter(platform.owner, tenant, { announcedOn: '2026-01-20' });
  const found = async (filter: string): Promise<string> =>
    (await officer.get(`assessments?${filter}`).expect(200)).body.items[0].id;
  const forming = async (): Promise<string> => {
    const { body } = await officer.post('assessments', { year: YEAR, centerIds: [await center()] }).expect(201);
    return body[0].id;
  };
  const [filled, merged, invited, recusable] = [await center(), await center(), await center(), await center()];
  for (const one of [filled, merged]) await assignExpert(platform, tenant, one, YEAR);
  const scoreSheet = await fillSheet(expert, filled, YEAR);
  await sealSheet(expert, merged, YEAR);
  const signableAssessment = await found(`centerId=${merged}`);
  const invitation = { centerId: invited, year: YEAR, expertId };
  return {
    assessment: await found(`centerId=${centerId}&year=2025`),
    formingAssessment: await forming(),
    idleAssessment: await forming(),
    mergedAssessment: signableAssessment,
    signableAssessment,
    scoreSheet,
    openInvitation: (await officer.post('expert-assignments', invitation).expect(201)).body.id,
    recusableAssignment: await assignExpert(platform, tenant, recusable, YEAR),
    expertProfile: expertId,
  };
}

/** The same of an expert who is not the tenant's, for those endpoints that experts call. */
export type AssessmentElsewhere = Pick<
  AssessmentIds,
  'assessment' | 'signableAssessment' | 'scoreSheet' | 'openInvitation' | 'recusableAssignment' | 'expertProfile'
>;

/** What belongs to an assignment of somebody else. */
export async function assessmentElsewhere(
  platform: TestPlatform,
  tenant: TestTenant,
  { expertId, assignmentId }: { readonly expertId: string; readonly assignmentId: string },
): Promise<AssessmentElsewhere> {
  const officer = callerOf(platform, tenant.tokens.provinceOfficer);
  const profile = { version: 0, title: '研究员', fields: [], employers: [] };
  await officer.put(`expert-profiles/${expertId}`, profile).expect(200);
  const { body } = await officer.get(`expert-assignments/${assignmentId}`).expect(200);
  const { assessmentId } = body.assignment;
  const [sheet] = await tenantTransaction(platform.owner, tenant.id, (manager) =>
    manager.query<{ id: string }[]>('SELECT id FROM score_sheet WHERE assessment_id = $1', [assessmentId]),
  );
  if (!sheet) throw new Error(`Assessment ${assessmentId} has no sheet`);
  return {
    assessment: assessmentId,
    signableAssessment: assessmentId,
    scoreSheet: sheet.id,
    openInvitation: assignmentId,
    recusableAssignment: assignmentId,
    expertProfile: expertId,
  };
}
