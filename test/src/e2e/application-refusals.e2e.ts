import { setStatutoryClock } from '@shucu/database';
import { tenantTransaction } from '@shucu/tenancy';
import { createApplicant, type TestApplicant } from '../factories/applicant.factory.js';
import { createCenter } from '../factories/center.factory.js';
import { creditCode, reissued } from '../factories/credit-codes.js';
import { createFormerName } from '../factories/former-name.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { fillDossier } from '../harness/application-steps.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';
import { takeStep } from '../harness/steps.js';

describe('what rounds and applications refuse', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let officer: Caller;
  let roundId: string;

  const as = ({ token }: { token: string }): Caller => callerOf(platform, token);
  const applicant = (traits: Parameters<typeof createApplicant>[2] = {}): Promise<TestApplicant> =>
    createApplicant(platform.owner, tenant, traits);
  const draftOf = (one: TestApplicant, more: object = {}): object => ({
    ...{ roundId, leadOrganizationId: one.organizationId, name: `${one.name}数促中心`, category: 'comprehensive' },
    ...more,
  });
  const begin = (one: TestApplicant, more: object = {}) => as(one).post('applications', draftOf(one, more));
  const fieldsOf = ({ errors }: { errors: { field: string; rule: string }[] }): string[] =>
    errors.map(({ field, rule }) => `${field} ${rule}`);

  beforeAll(async () => {
    platform = await startPlatform();
    tenant = await createTenant(platform.owner);
    officer = callerOf(platform, tenant.tokens.provinceOfficer);
    await setStatutoryClock(platform.owner, '2025-03-03T09:00:00+08:00');
    const round = { year: 2025, title: '2025年度申报', notice: '通知', opensOn: '2025-03-04', closesOn: '2025-03-31' };
    roundId = (await officer.post('rounds', round).expect(201)).body.id;
  });

  afterAll(() => platform?.stop());

  it('takes no application before a round opens, and changes its first day only until then', async () => {
    const early = await begin(await applicant()).expect(409);
    expect(early.body).toMatchObject({ code: 'round.notOpen', title: expect.stringContaining('尚未开始') });
    await officer.patch(`rounds/${roundId}`, { version: 1, change: { opensOn: '2025-03-03' } }).expect(200);
    const { body } = await officer
      .patch(`rounds/${roundId}`, { version: 2, change: { opensOn: '2025-03-05', closesOn: '2025-03-01' } })
      .expect(422);
    expect(fieldsOf(body)).toEqual(['closesOn order', 'opensOn opened', 'closesOn past']);
    const stale = await officer.patch(`rounds/${roundId}`, { version: 1, change: { title: '新标题' } }).expect(409);
    expect(stale.body.errors).toMatchObject([{ field: 'title', message: '现为“2025年度申报”' }]);
  });

  it('opens no round under an expired rule set', async () => {
    const round = { year: 2028, title: '2028年度申报', notice: '通知', opensOn: '2028-03-01', closesOn: '2028-03-31' };
    const { body } = await officer.post('rounds', round).expect(409);
    expect(body).toMatchObject({ code: 'round.noRuleSet', title: expect.stringContaining('2027-12-31') });
  });

  it('names every wrong input by its field', async () => {
    const one = await applicant();
    const { body } = await begin(one, {
      ...{ category: 'functional', route: 'direct' },
      members: [one.creditCode, creditCode(999_999)],
    }).expect(422);
    expect(fieldsOf(body)).toEqual(['variant oneOf', 'route ownership', 'members.0 lead', 'members.1 exists']);
    const { id } = (await begin(one).expect(201)).body;
    const change = {
      claimed: { suppliers: '3.5', nothing: '1' },
      facts: { operatingStaff: -1 },
      evidence: { nowhere: [] },
    };
    const wrong = await as(one).patch(`applications/${id}`, { version: 1, change }).expect(422);
    expect(fieldsOf(wrong.body)).toEqual([
      'claimed.suppliers whole',
      'claimed.nothing oneOf',
      'facts.operatingStaff too_small',
      'evidence.nowhere oneOf',
    ]);
    await begin(one).expect(409);
    const other = await applicant();
    const foreign = await as(other).post('applications', draftOf(one)).expect(422);
    expect(fieldsOf(foreign.body)).toEqual(['leadOrganizationId exists']);
    await as(other).get(`applications/${id}`).expect(404);
  });

  it('lets central enterprises go to the province directly, and local ones not', async () => {
    const central = await applicant({ ownership: 'central' });
    const { id } = (await begin(central, { route: 'direct' }).expect(201)).body;
    await fillDossier(as(central), id);
    const { body } = await takeStep(as(central), `applications/${id}`, 'submission');
    expect(body.state).toBe('formalReview');
    const local = await applicant();
    expect(fieldsOf((await begin(local, { route: 'direct' }).expect(422)).body)).toEqual(['route ownership']);
  });

  it('finds a banned lead behind its code, another spelling, a former name and a code from elsewhere', async () => {
    const code = creditCode(555_000);
    const banned = await applicant({
      name: '甘肃金城（云）科技有限公司',
      creditCode: code,
      bannedThrough: '2026-03-15',
    });
    const { body } = await begin(banned).expect(409);
    expect(body).toMatchObject({ code: 'application.leadBanned', title: expect.stringContaining('2026-03-15') });
    const disguised = await applicant({ name: '甘肅金城 (雲) 科技有限責任公司' });
    const found = await begin(disguised).expect(409);
    expect(found.body.title).toContain('仅写法不同');
    const renamed = await applicant({ name: '甘肃新城科技有限公司' });
    const former = { value: '甘肃金城【云】科技有限公司', validThrough: '2025-01-31' };
    await createFormerName(platform.owner, tenant, renamed.organizationId, former);
    expect((await begin(renamed).expect(409)).body.title).toContain('曾用名');
    const registry = await applicant({ name: '另一家有限公司', creditCode: reissued(code) });
    expect((await begin(registry).expect(409)).body.title).toContain('主体标识码');
    const free = await applicant({ name: '甘肃金城云科技股份有限公司' });
    const { id } = (await begin(free).expect(201)).body;
    // The ban may come while the dossier is written.
    await fillDossier(as(free), id);
    await tenantTransaction(platform.owner, tenant.id, (manager) =>
      manager.query(`UPDATE organization SET banned_through = '2026-01-31' WHERE tenant_id = $1 AND id = $2`, [
        tenant.id,
        free.organizationId,
      ]),
    );
    const late = await takeStep(as(free), `applications/${id}`, 'submission', {}, 409);
    expect(late.body.code).toBe('application.leadBanned');
    await setStatutoryClock(platform.owner, '2026-03-16T00:00:00+08:00');
    const later = { year: 2026, title: '2026年度申报', notice: '通知', opensOn: '2026-03-16', closesOn: '2026-03-31' };
    const next = (await officer.post('rounds', later).expect(201)).body.id;
    await begin(banned, { roundId: next }).expect(201);
    await setStatutoryClock(platform.owner, '2025-03-10T09:00:00+08:00');
  });

  it('keeps a second center and a second industry center out, unless the province makes a written exception', async () => {
    const industry = { category: 'industry', industry: 'C32' };
    await createCenter(platform.owner, tenant, industry);
    const one = await applicant();
    await createCenter(platform.owner, tenant, { leadOrganizationId: one.organizationId });
    const { id } = (await begin(one, industry).expect(201)).body;
    await fillDossier(as(one), id);
    const path = `applications/${id}`;
    const refused = await takeStep(as(one), path, 'submission', {}, 409);
    expect(refused.body.code).toBe('application.excluded');
    expect(fieldsOf(refused.body)).toEqual(['category articleEight', 'industry articleEight']);
    const except = (rule: string, expected: number) =>
      takeStep(officer, path, 'exceptions', { rule, reason: '区域布局确有需要。' }, expected);
    await takeStep(officer, path, 'exceptions', { rule: 'industry' }, 422);
    await as(one).post(`${path}/exceptions`, { version: 1, rule: 'industry', reason: '自己同意。' }).expect(403);
    await except('industry', 201);
    await except('organization', 201);
    expect((await except('industry', 409)).body.code).toBe('application.nothingExcluded');
    const { body } = await takeStep(as(one), path, 'submission');
    expect(body).toMatchObject({
      state: 'submitted',
      overrides: [{ rule: 'industry', reason: '区域布局确有需要。' }, { rule: 'organization' }],
    });
  });

  it('lets nobody submit who has not that duty, and nobody after the round has closed', async () => {
    const one = await applicant();
    const { id } = (await begin(one).expect(201)).body;
    await fillDossier(as(one), id);
    await tenantTransaction(platform.owner, tenant.id, (manager) =>
      manager.query(`UPDATE account_role SET duties = '{}' WHERE tenant_id = $1 AND account_id = $2`, [
        tenant.id,
        one.accountId,
      ]),
    );
    await takeStep(as(one), `applications/${id}`, 'submission', {}, 403);
    await tenantTransaction(platform.owner, tenant.id, (manager) =>
      manager.query(`UPDATE account_role SET duties = ARRAY['submission'] WHERE tenant_id = $1 AND account_id = $2`, [
        tenant.id,
        one.accountId,
      ]),
    );
    await setStatutoryClock(platform.owner, '2025-04-01T00:00:00+08:00');
    const late = await takeStep(as(one), `applications/${id}`, 'submission', {}, 409);
    expect(late.body).toMatchObject({ code: 'round.notOpen', title: expect.stringContaining('已经截止') });
    await officer.patch(`rounds/${roundId}`, { version: 2, change: { closesOn: '2025-05-01' } }).expect(409);
  });
});
