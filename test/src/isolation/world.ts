import { createApiToken } from '../factories/api-token.factory.js';
import { assignExpert } from '../factories/assignment.factory.js';
import { createCenter, createServiceRecords } from '../factories/center.factory.js';
import { creditCode } from '../factories/credit-codes.js';
import { createExternalIdentity, createIdentityProvider } from '../factories/identity-provider.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { type TestPlatform, until } from '../harness/platform.js';
import { takeRunStep } from '../harness/steps.js';
import { type ApplicationIds, createApplications } from './world/application.world.js';
import { type AssessmentIds, createAssessments } from './world/assessment.world.js';
import { type CenterYearIds, createCenterYear } from './world/center-year.world.js';
import { createEvidence, type EvidenceIds } from './world/evidence.world.js';
import { createMessages, type MessageIds } from './world/message.world.js';
import { createNotices, type NoticeIds } from './world/notice.world.js';
import { createOutcomes, type OutcomeIds } from './world/outcome.world.js';
import { createReviews, type ReviewIds } from './world/review.world.js';
import { createRuleSets, type RuleSetIds } from './world/rule-set.world.js';
import { createTemplates, type TemplateIds } from './world/template.world.js';

/** A row of every kind, of one tenant. */
export interface WorldIds
  extends EvidenceIds,
    ApplicationIds,
    AssessmentIds,
    CenterYearIds,
    MessageIds,
    NoticeIds,
    OutcomeIds,
    RuleSetIds,
    ReviewIds,
    TemplateIds {
  readonly region: string;
  readonly organization: string;
  /** Organizations that may still lead a center or be a member of one. */
  readonly freeLead: string;
  readonly freeMember: string;
  readonly center: string;
  readonly serviceRecord: string;
  readonly resource: string;
  /** The tenant's, assigned to the center for 2025. */
  readonly expert: string;
  readonly expertAssignment: string;
  /** Computed, not yet reviewed. */
  readonly run: string;
  /** Of the published run of the year before. */
  readonly rating: string;
  readonly document: string;
  /** Open, by the province officer. */
  readonly revocationCase: string;
  /** Invited, of an expert. */
  readonly account: string;
  /** Two of the second officer. */
  readonly apiToken: string;
  readonly otherApiToken: string;
  readonly identityProvider: string;
  /** Of the second officer, one of two. */
  readonly externalIdentity: string;
}

export interface World {
  readonly tenant: TestTenant;
  readonly ids: WorldIds;
  /** A criterion that experts judge. */
  readonly judged: { readonly indicator: string; readonly criterion: string };
  /** A credit code that nobody has yet. */
  readonly freeCode: string;
  as(who: keyof TestTenant['tokens']): Caller;
}

let serial = 700_000;

const nextCode = (): string => {
  serial += 1;
  return creditCode(serial);
};

/** Has everything happen once in a tenant, by default a new one, through the api and a running worker. */
export async function createWorld(platform: TestPlatform, given?: TestTenant): Promise<World> {
  const tenant = given ?? (await createTenant(platform.owner));
  const as = (who: keyof TestTenant['tokens']): Caller => callerOf(platform, tenant.tokens[who]);
  const records = await createRecords(platform, tenant, as);
  const evidence = await createEvidence(platform, tenant, records.center);
  const outcome = await evaluate(as, records.center);
  const idle = await createCenter(platform.owner, tenant, { announcedOn: '2026-01-15' });
  const opened = { centerId: idle, ground: 'falseMaterial', facts: [{ statement: '虚报服务记录。' }] };
  const { body: revocationCase } = await as('provinceOfficer').post('revocation-cases', opened).expect(201);
  const { judged, ...ids } = outcome;
  return {
    tenant,
    as,
    judged,
    freeCode: nextCode(),
    ids: {
      region: tenant.regionId,
      organization: tenant.organizationId,
      revocationCase: revocationCase.id,
      ...(await createAccounts(platform, tenant, as)),
      ...(await createMessages(platform, tenant)),
      ...(await createRuleSets(as, tenant, 2024)),
      ...(await createApplications(platform, tenant)),
      ...(await createNotices(platform, tenant)),
      ...(await createReviews(platform, tenant, as)),
      ...(await createCenterYear(platform, tenant, {
        operator: as('centerOperator'),
        accountId: tenant.accounts.centerOperator,
        center: records.center,
        organization: tenant.organizationId,
      })),
      ...(await createOutcomes(platform, tenant, { center: records.center, idle, ...ids })),
      ...(await createTemplates(as)),
      ...(await createAssessments(platform, tenant, as, records.center)),
      ...records,
      ...evidence,
      ...ids,
    },
  };
}

async function createAccounts(platform: TestPlatform, tenant: TestTenant, as: World['as']) {
  const expert = { login: 'newcomer', displayName: '新专家', roles: [{ role: 'expert' }] };
  const { body: invited } = await as('provinceAdministrator').post('accounts', expert).expect(201);
  const client = { issuer: 'https://sso.example.gov.cn', clientId: 'shucu', clientSecret: 'secret' };
  const identityProvider = await createIdentityProvider(platform, tenant, 'sso', client);
  const link = (subject: string): Promise<string> =>
    createExternalIdentity(platform.owner, tenant, 'secondOfficer', { providerId: identityProvider, subject });
  await link('second');
  return {
    account: invited.account.id as string,
    apiToken: await createApiToken(platform.owner, tenant, 'secondOfficer'),
    otherApiToken: await createApiToken(platform.owner, tenant, 'secondOfficer'),
    identityProvider,
    externalIdentity: await link('first'),
  };
}

async function createRecords(platform: TestPlatform, tenant: TestTenant, as: World['as']) {
  const center = await createCenter(platform.owner, tenant, { leadOrganizationId: tenant.organizationId });
  for (const servedOn of ['2024-03-05', '2025-03-05']) {
    await createServiceRecords(platform.owner, tenant, center, 3, { type: 'training', servedOn });
  }
  const organization = async (name: string): Promise<string> => {
    const body = { creditCode: nextCode(), name, kind: 'enterprise', regionId: tenant.regionId };
    return (await as('provinceOfficer').post('organizations', body).expect(201)).body.id;
  };
  const operator = as('centerOperator');
  const record = { centerId: center, type: 'training', servedOn: '2024-04-01', title: '培训' };
  const resource = { centerId: center, kind: 'patent', acquiredOn: '2024-02-01', title: '专利' };
  await operator.put('yearly-facts', { centerId: center, year: 2025, name: 'operatingStaff', value: 52 }).expect(200);
  return {
    center,
    expert: tenant.accounts.expert,
    expertAssignment: await assignExpert(platform, tenant, center, 2025),
    freeLead: await organization('待牵头单位'),
    freeMember: await organization('成员单位'),
    serviceRecord: (await operator.post('service-records', record).expect(201)).body.id as string,
    resource: (await operator.post('resources', resource).expect(201)).body.id as string,
  };
}

async function evaluate(as: World['as'], centerId: string) {
  const officer = as('provinceOfficer');
  const first = await computedRun(officer, 2024);
  await takeRunStep(as('secondOfficer'), first, 'review');
  for (const step of ['finalisation', 'publication']) await takeRunStep(officer, first, step);
  await until('the reports', async () => {
    const reports = (await officer.get('documents?kind=ratingReport&limit=100').expect(200)).body.items;
    const ratings = (await officer.get('ratings?year=2024&limit=100').expect(200)).body.items;
    const rated = ratings.filter(({ state }: { state: string }) => state === 'rated');
    return reports.length >= rated.length && reports.every(({ state }: { state: string }) => state === 'ready');
  });
  const { rating, document } = await outcomeOf(officer, centerId);
  const { sheet } = (await officer.get(`ratings/${rating}`).expect(200)).body;
  const { key } = sheet.indicators
    .flatMap(({ criteria }: { criteria: { key: string; kind: string }[] }) => criteria)
    .find(({ kind }: { kind: string }) => kind === 'qualitative');
  const [indicator, criterion] = key.split('.') as [string, string];
  return { rating, document, run: await computedRun(officer, 2025), judged: { indicator, criterion } };
}

/** What the published run of 2024 gave a center. */
export async function outcomeOf(officer: Caller, centerId: string): Promise<{ rating: string; document: string }> {
  const firstOf = async (path: string): Promise<string> => (await officer.get(path).expect(200)).body.items[0].id;
  return {
    rating: await firstOf(`ratings?year=2024&centerId=${centerId}`),
    document: await firstOf(`documents?kind=ratingReport&centerId=${centerId}`),
  };
}

async function computedRun(officer: Caller, year: number): Promise<string> {
  const { body } = await officer.post('rating-runs', { year }).expect(202);
  await untilComputed(officer, body.id);
  return body.id;
}

/** Waits until the last asked computation of a run is done. */
export async function untilComputed(officer: Caller, runId: string): Promise<void> {
  await until('the computation', async () => {
    const { computedAt, state } = (await officer.get(`rating-runs/${runId}`).expect(200)).body;
    return computedAt !== null && state === 'scoring';
  });
}
