import { statutoryDateOf } from '@shucu/kernel';
import {
  createCorrection,
  createReviewed,
  createSignedAssessment,
} from '../../factories/reviewed-application.factory.js';
import type { TestTenant } from '../../factories/tenant.factory.js';
import type { TestPlatform } from '../../harness/platform.js';
import { checkAll, courseOf, VISIT, verifyAll } from '../../harness/review-steps.js';
import { takeStep } from '../../harness/steps.js';
import type { As } from './as.js';

/** Applications at every point of their reviews, one for each thing that can be done. */
export interface ReviewIds {
  readonly verifiable: string;
  readonly visitable: string;
  /** Reviewed and visited by the bureau: three changes so far. */
  readonly recommendable: string;
  readonly returnable: string;
  readonly rejectable: string;
  readonly checkable: string;
  /** Checked by the province: two changes so far. */
  readonly acceptable: string;
  readonly concludable: string;
  /** Of the center's operator, with a remark to answer. */
  readonly returned: string;
  readonly remark: string;
}

/** The same out of reach. */
export type ReviewElsewhere = Pick<ReviewIds, keyof ReviewIds>;

/** A year in which the operator's organization applies for nothing else. */
const OWN_YEAR = 2021;

export async function createReviews(platform: TestPlatform, tenant: TestTenant, as: As): Promise<ReviewIds> {
  const { owner } = platform;
  const at = async (state: 'submitted' | 'formalReview'): Promise<string> =>
    (await createReviewed(owner, tenant, { state })).id;
  const { id: concludable, centerId } = await createReviewed(owner, tenant, { state: 'assessment' });
  await createSignedAssessment(owner, tenant, centerId);
  const mine = { state: 'returned', year: OWN_YEAR, leadId: tenant.organizationId } as const;
  const { id: returned } = await createReviewed(owner, tenant, mine);
  const [recommendable, acceptable] = [await at('submitted'), await at('formalReview')];
  await verifyUnstated(as('cityOfficer'), `applications/${recommendable}`);
  const visit = { ...VISIT, visitedOn: statutoryDateOf(new Date()) };
  await takeVisit(as('cityOfficer'), `applications/${recommendable}`, visit);
  await checkAll(as('provinceOfficer'), `applications/${acceptable}`);
  return {
    ...{ verifiable: await at('submitted'), visitable: await at('submitted'), recommendable },
    ...{ returnable: await at('submitted'), rejectable: await at('submitted') },
    ...{ checkable: await at('formalReview'), acceptable, concludable, returned },
    remark: await createCorrection(owner, tenant, returned),
  };
}

/** Nothing was stated in an application that a factory wrote: every value differs, and says why. */
async function verifyUnstated(city: ReturnType<As>, path: string): Promise<void> {
  const { values } = await courseOf(city, path);
  const found = { verified: '0', remark: '未填报。' };
  await verifyAll(city, path, Object.fromEntries(values.map(({ measure }: { measure: string }) => [measure, found])));
}

const takeVisit = (city: ReturnType<As>, path: string, visit: object) =>
  takeStep(city, path, 'site-visits', visit, 201);

/** One application of another region and lead stands for all of them: nothing of it is within reach. */
export async function reviewElsewhere(
  platform: TestPlatform,
  tenant: TestTenant,
  leadId: string,
): Promise<ReviewElsewhere> {
  const { id } = await createReviewed(platform.owner, tenant, { state: 'returned', year: OWN_YEAR, leadId });
  return {
    ...{ verifiable: id, visitable: id, recommendable: id, returnable: id, rejectable: id, checkable: id },
    ...{ acceptable: id, concludable: id, returned: id },
    remark: await createCorrection(platform.owner, tenant, id),
  };
}
