import { createOfficial, invite, SECURITY_ADMINISTRATOR } from '../factories/official.factory.js';
import { createTenant, type TestPerson, type TestTenant } from '../factories/tenant.factory.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';

const NOTHING = '01a00000-0000-7000-8000-000000000000';

describe('accounts', () => {
  let platform: TestPlatform;
  let ours: TestTenant;
  let theirs: TestTenant;
  let administrator: Caller;

  const as = (who: TestPerson): Caller => callerOf(platform, ours.tokens[who]);
  const codesOf = (body: { errors: { field: string; rule: string }[] }): string[] =>
    body.errors.map(({ field, rule }) => `${field} ${rule}`);

  beforeAll(async () => {
    platform = await startPlatform();
    [ours, theirs] = [await createTenant(platform.owner), await createTenant(platform.owner)];
    administrator = as('provinceAdministrator');
  });

  afterAll(() => platform?.stop());

  it('are made by invitation, with what the tenant knows of the person, and show no secret', async () => {
    const sent = {
      login: ' Zhang.San ',
      displayName: '张三',
      email: 'zhang@example.cn',
      phone: '+86 138-1234-0000',
      roles: [{ role: 'cityOfficer', regionId: ours.regionId }],
    };
    const { body } = await administrator.post('accounts', sent).expect(201);
    expect(body.account).toMatchObject({ login: 'zhang.san', status: 'invited', phone: '13812340000', version: 1 });
    expect(body.link).toEqual({ purpose: 'invitation', token: expect.any(String), expiresAt: expect.any(String) });
    const { body: read, text } = await administrator.get(`accounts/${body.account.id}`).expect(200);
    expect(read).toEqual(body.account);
    expect(text).not.toMatch(/hash|token|secret/i);
    const { body: again } = await administrator.post('accounts', { ...sent, login: 'ZHANG.SAN' }).expect(409);
    expect(again.code).toBe('account.loginTaken');
  });

  it('refuse faulty data, each fault at its field', async () => {
    const faulty = {
      login: '-x',
      displayName: ' ',
      email: 'nobody',
      phone: '12345',
      roles: [{ role: 'king' }],
      tenantId: 'x',
    };
    const { body } = await administrator.post('accounts', faulty).expect(422);
    expect(codesOf(body).map((fault) => fault.split(' ')[0])).toEqual(
      expect.arrayContaining(['login', 'displayName', 'email', 'phone', 'roles.0.role', 'tenantId']),
    );
  });

  it('show contact data to security administration alone, in lists and one by one, and cannot be searched by it', async () => {
    const sent = { login: 'lisi', displayName: '李四', email: 'secretive@example.cn', phone: '13987654321', roles: [] };
    const { id } = (await administrator.post('accounts', sent).expect(201)).body.account;
    const system = await createOfficial(platform, ours, [{ role: 'provinceAdministrator', duties: ['system'] }]);
    const readers = {
      provinceAdministrator: (path: string) => administrator.get(path),
      systemAdministrator: (path: string) => system.browser.get(path),
      provinceOfficer: (path: string) => as('provinceOfficer').get(path),
      auditor: (path: string) => as('auditor').get(path),
    };
    for (const [who, get] of Object.entries(readers)) {
      const { body: one } = await get(`accounts/${id}`);
      const { body: page } = await get('accounts?query=lisi');
      expect(page.items).toEqual([one]);
      const clear = who === 'provinceAdministrator';
      expect({ who, email: one.email, phone: one.phone }).toEqual({
        who,
        email: clear ? 'secretive@example.cn' : 's***@example.cn',
        phone: clear ? '13987654321' : '139****4321',
      });
      expect((await get('accounts?query=secretive')).body.items).toEqual([]);
      expect((await get('accounts?query=1398765')).body.items).toEqual([]);
    }
    for (const who of ['cityOfficer', 'centerOperator', 'expert'] as const) await as(who).get('accounts').expect(403);
  });

  it('are found by parts of login and name, role and status, page by page, and by no wildcard', async () => {
    const found = async (query: string): Promise<string[]> =>
      (await administrator.get(`accounts?${query}`).expect(200)).body.items.map(
        ({ login }: { login: string }) => login,
      );
    expect(await found('query=OFFICER&status=active&limit=100')).toEqual(
      expect.arrayContaining(['cityofficer', 'provinceofficer']),
    );
    expect(await found('role=expert')).toEqual(['expert']);
    expect(await found('query=%25')).toEqual([]);
    expect(await found('query=_')).toEqual([]);
    const all = await found('limit=100');
    const pages: string[] = [];
    for (let after = ''; ; ) {
      const { body } = await administrator.get(`accounts?limit=3${after}`).expect(200);
      pages.push(...body.items.map(({ login }: { login: string }) => login));
      if (!body.next) break;
      after = `&after=${body.next}`;
    }
    expect(pages).toEqual(all);
  });

  it('change on the version that was seen, but for the login', async () => {
    const { account } = await invite(platform, ours, []);
    const path = `accounts/${account.id}`;
    const change = { displayName: '王小五', email: 'wang@example.cn' };
    const { body } = await administrator.patch(path, { version: 1, change }).expect(200);
    expect(body).toMatchObject({ ...change, version: 2, login: account.login });
    expect((await administrator.patch(path, { version: 1, change }).expect(409)).body.code).toBe('conflict.stale');
    await administrator.patch(path, { version: 2, change: { login: 'other' } }).expect(422);
    expect(
      (await administrator.patch(path, { version: 2, change: { email: null } }).expect(200)).body.email,
    ).toBeNull();
    for (const who of ['provinceOfficer', 'auditor'] as const)
      await as(who).patch(path, { version: 3, change }).expect(403);
  });

  it('hold only roles that fit together and places of the own tenant', async () => {
    const { account } = await invite(platform, ours, []);
    const put = (roles: object[]) => administrator.put(`accounts/${account.id}/roles`, { version: 1, roles });
    const faultsOf = async (...roles: object[]) => codesOf((await put(roles).expect(422)).body);
    expect(await faultsOf({ role: 'cityOfficer' })).toEqual(['roles.0.regionId required']);
    expect(await faultsOf({ role: 'auditor' }, { role: 'provinceOfficer' })).toEqual(['roles auditApart']);
    expect(await faultsOf({ role: 'platformOperator' })).toEqual(['roles.0.role tenant']);
    const both = { role: 'provinceAdministrator', duties: ['system', 'security'] };
    expect(await faultsOf(both)).toEqual(['roles dutiesApart']);
    for (const regionId of [NOTHING, theirs.regionId]) {
      expect(await faultsOf({ role: 'cityOfficer', regionId })).toEqual(['roles.0.regionId exists']);
    }
    for (const organizationId of [NOTHING, theirs.organizationId]) {
      expect(await faultsOf({ role: 'expert', organizationId })).toEqual(['roles.0.organizationId exists']);
    }
    const { body } = await put([{ role: 'expert' }, { role: 'provinceOfficer' }]).expect(200);
    expect(body).toMatchObject({ version: 2, roles: [{ role: 'expert' }, { role: 'provinceOfficer' }] });
    expect((await put([]).expect(409)).body.code).toBe('conflict.stale');
  });

  it('have their new roles with the next request of the session that they are in', async () => {
    const official = await createOfficial(platform, ours, [{ role: 'provinceOfficer' }]);
    expect((await official.browser.get('rating-runs')).status).toBe(200);
    const { version } = (await administrator.get(`accounts/${official.id}`)).body;
    await administrator.put(`accounts/${official.id}/roles`, { version, roles: [] }).expect(200);
    expect((await official.browser.get('rating-runs')).status).toBe(403);
    expect((await official.browser.get('me')).body.roles).toEqual([]);
  });

  it('are administered by others than their owner', async () => {
    const { id, browser } = await createOfficial(platform, ours, [SECURITY_ADMINISTRATOR]);
    const own = `accounts/${id}`;
    const refused = [
      await browser.send('put', `${own}/roles`, { version: 2, roles: [] }),
      await browser.post(`${own}/disablement`),
      await browser.post(`${own}/links`),
      await browser.send('delete', `${own}/second-factor`),
    ];
    expect(refused.map(({ status, body }) => `${status} ${body.code}`)).toEqual(Array(4).fill('403 account.own'));
  });
});
