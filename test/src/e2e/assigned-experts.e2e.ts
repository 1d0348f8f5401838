import type { Response } from 'supertest';
import { assignExpert } from '../factories/assignment.factory.js';
import { createCenter } from '../factories/center.factory.js';
import { createOfficial } from '../factories/official.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';

const NOTHING = '01a00000-0000-7000-8000-000000000000';
const CRITERION = { indicator: 'environment', criterion: 'verificationEnvironment' };

describe('an expert', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let officer: Caller;
  let expert: Caller;

  beforeAll(async () => {
    platform = await startPlatform();
  });

  beforeEach(async () => {
    tenant = await createTenant(platform.owner);
    officer = callerOf(platform, tenant.tokens.provinceOfficer);
    expert = callerOf(platform, tenant.tokens.expert);
  });

  afterAll(() => platform?.stop());

  const newCenter = (traits = {}): Promise<string> => createCenter(platform.owner, tenant, traits);
  const score = (centerId: string, year: number, by: Caller = expert) =>
    by.put('expert-scores', { centerId, year, ...CRITERION, score: 90, opinion: '较好' });
  const centers = async (): Promise<string[]> =>
    (await expert.get('centers').expect(200)).body.items.map(({ id }: { id: string }) => id);
  const ownScores = async (year: number): Promise<string[]> =>
    (await expert.get(`expert-scores?year=${year}`).expect(200)).body.map((one: { centerId: string }) => one.centerId);
  const end = (id: string) => officer.post(`expert-assignments/${id}/end`).expect(200);
  const told = ({ status, body }: Response): object => ({ status, body: { ...body, requestId: '' } });

  it('sees and scores what is assigned, for the year it is assigned for', async () => {
    const [assigned, other] = [await newCenter(), await newCenter()];
    await assignExpert(platform, tenant, assigned, 2025);
    await assignExpert(platform, tenant, other, 2024);
    expect((await expert.get(`centers/${assigned}`).expect(200)).body.center.id).toBe(assigned);
    await score(assigned, 2025).expect(200);
    await score(assigned, 2024).expect(404);
    await score(other, 2025).expect(404);
    await score(other, 2024).expect(200);
    expect([await ownScores(2024), await ownScores(2025)]).toEqual([[other], [assigned]]);
  });

  it('is told of any other center what is told of none', async () => {
    const [assigned, other] = [await newCenter(), await newCenter()];
    await assignExpert(platform, tenant, assigned, 2025);
    expect(await centers()).toEqual([assigned]);
    expect(told(await expert.get(`centers/${other}`))).toEqual(told(await expert.get(`centers/${NOTHING}`)));
    expect(told(await score(other, 2025))).toEqual(told(await score(NOTHING, 2025)));
    await expert.get(`centers/${other}`).expect(404);
    await score(other, 2025).expect(404);
  });

  it('loses sight of the center and of the own scores when the assignment ends, and what was scored still counts', async () => {
    const center = await newCenter();
    const first = await assignExpert(platform, tenant, center, 2025);
    const earlier = await assignExpert(platform, tenant, center, 2024);
    await score(center, 2025).expect(200);
    await end(first);
    expect([await centers(), await ownScores(2025)]).toEqual([[center], []]);
    await score(center, 2025).expect(404);
    await score(center, 2024).expect(200);
    await end(earlier);
    expect([await centers(), await ownScores(2024)]).toEqual([[], []]);
    await expert.get(`centers/${center}`).expect(404);
    await assignExpert(platform, tenant, center, 2025);
    expect([await centers(), await ownScores(2025)]).toEqual([[center], [center]]);
  });

  it('neither sees nor scores what is assigned to another expert', async () => {
    const center = await newCenter();
    const colleague = await createOfficial(platform, tenant, [{ role: 'expert' }]);
    await assignExpert(platform, tenant, center, 2025, colleague.id);
    expect((await colleague.browser.get(`centers/${center}`)).status).toBe(200);
    await expert.get(`centers/${center}`).expect(404);
    await score(center, 2025).expect(404);
    expect((await expert.get('expert-assignments').expect(200)).body.items).toEqual([]);
    const { body } = await expert.get(`expert-assignments?expertId=${colleague.id}`).expect(200);
    expect(body.items).toEqual([]);
  });

  it('who has another role too, sees by that one what it shows, and scores no more', async () => {
    const region = { role: 'cityOfficer', regionId: tenant.regionId } as const;
    const { id, browser } = await createOfficial(platform, tenant, [{ role: 'expert' }, region]);
    const [assigned, other] = [await newCenter(), await newCenter()];
    await assignExpert(platform, tenant, assigned, 2025, id);
    expect((await browser.get('centers')).body.items).toHaveLength(2);
    const put = (centerId: string) =>
      browser.send('put', 'expert-scores', { centerId, year: 2025, ...CRITERION, score: 80, opinion: '较好' });
    expect([(await put(assigned)).status, (await put(other)).status]).toEqual([200, 404]);
  });

  it('never scores for an organization that became the own one after the assignment', async () => {
    const center = await newCenter({ leadOrganizationId: tenant.organizationId });
    await assignExpert(platform, tenant, center, 2025);
    await score(center, 2025).expect(200);
    const roles = [{ role: 'expert', organizationId: tenant.organizationId }];
    const administrator = callerOf(platform, tenant.tokens.provinceAdministrator);
    await administrator.put(`accounts/${tenant.accounts.expert}/roles`, { version: 1, roles }).expect(200);
    expect((await score(center, 2025).expect(403)).body.code).toBe('decision.ownOrganization');
  });
});
