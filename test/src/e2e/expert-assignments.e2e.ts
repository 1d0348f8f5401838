import { assignExpert } from '../factories/assignment.factory.js';
import { createCenter } from '../factories/center.factory.js';
import { creditCode } from '../factories/credit-codes.js';
import { createOfficial, invite } from '../factories/official.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';

const NOTHING = '01a00000-0000-7000-8000-000000000000';

describe('assigning experts', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let officer: Caller;
  let center: string;

  beforeAll(async () => {
    platform = await startPlatform();
    tenant = await createTenant(platform.owner);
    officer = callerOf(platform, tenant.tokens.provinceOfficer);
  });

  beforeEach(async () => {
    center = await createCenter(platform.owner, tenant);
  });

  afterAll(() => platform?.stop());

  const assign = (expertId: string, centerId = center, year = 2025) =>
    officer.post('expert-assignments', { centerId, year, expertId });
  const as = (who: keyof TestTenant['tokens']): Caller => callerOf(platform, tenant.tokens[who]);
  const found = async (filter: string): Promise<string[]> =>
    (await officer.get(`expert-assignments?${filter}`).expect(200)).body.items.map(({ id }: { id: string }) => id);

  it('is the province officer’s; administrator and auditor read, nobody else has anything to do with it', async () => {
    const id = await assignExpert(platform, tenant, center, 2025);
    const input = { centerId: center, year: 2024, expertId: tenant.accounts.expert };
    const answers = async (who: keyof TestTenant['tokens']): Promise<number[]> => {
      const read = await as(who).get('expert-assignments');
      const create = await as(who).post('expert-assignments', input);
      const end = await as(who).post(`expert-assignments/${id}/end`);
      return [read.status, create.status, end.status];
    };
    for (const who of ['provinceAdministrator', 'auditor', 'expert'] as const) {
      expect({ who, answers: await answers(who) }).toEqual({ who, answers: [200, 403, 403] });
    }
    for (const who of ['cityOfficer', 'centerOperator'] as const) {
      expect({ who, answers: await answers(who) }).toEqual({ who, answers: [403, 403, 403] });
    }
    expect(await answers('secondOfficer')).toEqual([200, 201, 200]);
  });

  it('is done once at a time, also by two officers at once, and again after it ended', async () => {
    const expertId = tenant.accounts.expert;
    const input = { centerId: center, year: 2025, expertId };
    const both = await Promise.all([officer, as('secondOfficer')].map((one) => one.post('expert-assignments', input)));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = both.find(({ status }) => status === 409)?.body;
    expect(refused).toMatchObject({ code: 'assignment.exists', title: expect.stringContaining('2025') });
    const made = both.find(({ status }) => status === 201)?.body;
    const { body: ended } = await officer.post(`expert-assignments/${made.id}/end`).expect(200);
    expect(ended).toMatchObject({ ...input, id: made.id, endedBy: tenant.accounts.provinceOfficer });
    const { body: again } = await as('secondOfficer').post(`expert-assignments/${made.id}/end`).expect(200);
    expect(again).toEqual(ended);
    await assign(expertId).expect(201);
    expect(await found(`centerId=${center}&state=ended`)).toEqual([made.id]);
  });

  it('takes an active account with the role of an expert, and says of any other what it says of none', async () => {
    const { account: invited } = await invite(platform, tenant, [{ role: 'expert' }]);
    const disabled = await createOfficial(platform, tenant, [{ role: 'expert' }]);
    await as('provinceAdministrator').post(`accounts/${disabled.id}/disablement`).expect(200);
    const other = await createTenant(platform.owner);
    const nobody = (await assign(NOTHING).expect(422)).body;
    expect(nobody.code).toBe('assignment.notAnExpert');
    for (const id of [invited.id, disabled.id, tenant.accounts.provinceOfficer, other.accounts.expert]) {
      const { body } = await assign(id).expect(422);
      expect(body).toEqual({ ...nobody, requestId: body.requestId });
    }
  });

  it('takes nobody of the organizations behind the center, whatever role binds them to it', async () => {
    const organization = async (name: string, nth: number): Promise<string> => {
      const body = { creditCode: creditCode(nth), name, kind: 'enterprise', regionId: tenant.regionId };
      return (await officer.post('organizations', body).expect(201)).body.id;
    };
    const [lead, member] = [await organization('牵头单位', 800_001), await organization('成员单位', 800_002)];
    const input = { name: '联合体中心', category: 'comprehensive', regionId: tenant.regionId };
    const consortium = { ...input, leadOrganizationId: lead, memberIds: [member] };
    const { body: created } = await officer.post('centers', consortium).expect(201);
    const employed = await createOfficial(platform, tenant, [{ role: 'expert', organizationId: lead }]);
    const operating = { role: 'centerOperator', organizationId: member } as const;
    const operator = await createOfficial(platform, tenant, [{ role: 'expert' }, operating]);
    for (const { id } of [employed, operator]) {
      const { body } = await assign(id, created.center.id).expect(409);
      expect(body.code).toBe('assignment.ownOrganization');
      await assign(id).expect(201);
    }
  });

  it('reaches no center, expert or assignment of another tenant', async () => {
    const other = await createTenant(platform.owner);
    const theirCenter = await createCenter(platform.owner, other);
    const theirs = await assignExpert(platform, other, theirCenter, 2025);
    expect((await assign(tenant.accounts.expert, theirCenter).expect(404)).body.code).toBe('resource.notFound');
    await officer.post(`expert-assignments/${theirs}/end`).expect(404);
    expect(await found(`centerId=${theirCenter}`)).toEqual([]);
    expect(await found('limit=100')).not.toContain(theirs);
    await callerOf(platform, other.tokens.expert).get(`centers/${theirCenter}`).expect(200);
  });

  it('is listed by center, year, expert and state, a page at a time', async () => {
    const colleague = await createOfficial(platform, tenant, [{ role: 'expert' }]);
    const first = await assignExpert(platform, tenant, center, 2024);
    const second = await assignExpert(platform, tenant, center, 2025);
    const third = await assignExpert(platform, tenant, center, 2025, colleague.id);
    await officer.post(`expert-assignments/${second}/end`).expect(200);
    expect(await found(`centerId=${center}`)).toEqual([third, second, first]);
    expect(await found(`centerId=${center}&year=2025`)).toEqual([third, second]);
    expect(await found(`centerId=${center}&state=open`)).toEqual([third, first]);
    expect(await found(`expertId=${colleague.id}`)).toEqual([third]);
    const { body: page } = await officer.get(`expert-assignments?centerId=${center}&limit=2`).expect(200);
    expect(page.next).toBe(second);
    expect(await found(`centerId=${center}&after=${page.next}`)).toEqual([first]);
  });
});
