import { tenantTransaction } from '@shucu/tenancy';
import { createOfficial, type Official, SECURITY_ADMINISTRATOR } from '../factories/official.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';

const DAY_MS = 86_400_000;

describe('API tokens', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let administrator: Caller;
  let official: Official;

  beforeAll(async () => {
    platform = await startPlatform();
    tenant = await createTenant(platform.owner);
    administrator = callerOf(platform, tenant.tokens.provinceAdministrator);
    official = await createOfficial(platform, tenant, [{ role: 'provinceOfficer' }]);
  });

  afterAll(() => platform?.stop());

  const create = (body: object) =>
    official.browser.post('me/api-tokens', { name: '数据交换', scopes: ['Center:read'], ...body });

  it('are shown once, and do what they were made for and nothing else', async () => {
    const { status, body } = await create({ scopes: ['Center:read', 'Self:read'] });
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: '数据交换', scopes: ['Center:read', 'Self:read'], login: official.login });
    expect(Date.parse(body.expiresAt) - Date.parse(body.createdAt)).toBe(90 * DAY_MS);
    const machine = callerOf(platform, body.token);
    await machine.get('centers').expect(200);
    await machine.get('me').expect(200);
    await machine.get('ratings').expect(403);
    const { body: mine, text } = await official.browser.get('me/api-tokens');
    expect(mine.items.map(({ id }: { id: string }) => id)).toContain(body.id);
    expect(text).not.toContain(body.token);
    expect(text).not.toMatch(/hash/i);
  });

  it('never reach beyond the person, nor to how the person signs in', async () => {
    const faults = async (...scopes: string[]) => {
      const { status, body } = await create({ scopes });
      return [status, ...body.errors.map(({ field, rule }: { field: string; rule: string }) => `${field} ${rule}`)];
    };
    expect(await faults('*')).toEqual([422, 'scopes.0 scope']);
    expect(await faults('Center:read', 'Account:update')).toEqual([422, 'scopes.1 scope']);
    expect(await faults('Self:update')).toEqual([422, 'scopes.0 scope']);
    expect(await faults('Center:nothing')).toEqual([422, 'scopes.0 scope']);
    expect((await create({ scopes: [] })).status).toBe(422);
    expect((await create({ days: 366 })).status).toBe(422);
    expect((await create({ name: ' ' })).status).toBe(422);
  });

  it('administer no accounts and no ways of signing in, even where the person does', async () => {
    const { browser } = await createOfficial(platform, tenant, [SECURITY_ADMINISTRATOR]);
    const scopes = ['Account:create', 'Account:update', 'SecurityPolicy:update', 'IdentityProvider:update'];
    const { status, body } = await browser.post('me/api-tokens', { name: '账号同步', scopes });
    expect([status, body.errors.length]).toEqual([422, scopes.length]);
    expect(body.errors[0].message).toContain('Account:read');
    expect((await browser.post('me/api-tokens', { name: '核对', scopes: ['Account:read'] })).status).toBe(201);
  });

  it('shrink with the roles of the person', async () => {
    const { body } = await create({ scopes: ['RatingRun:read'] });
    const machine = callerOf(platform, body.token);
    await machine.get('rating-runs').expect(200);
    const path = `accounts/${official.id}`;
    const { version, roles } = (await administrator.get(path)).body;
    await administrator.put(`${path}/roles`, { version, roles: [] }).expect(200);
    await machine.get('rating-runs').expect(403);
    await administrator.put(`${path}/roles`, { version: version + 1, roles }).expect(200);
    await machine.get('rating-runs').expect(200);
  });

  it('make no tokens themselves, not even one that may do everything', async () => {
    const everything = callerOf(platform, tenant.tokens.provinceOfficer);
    const { body } = await everything.post('me/api-tokens', { name: 'x', scopes: ['Center:read'] }).expect(403);
    expect(body.code).toBe('auth.sessionNeeded');
  });

  it('wait until the person has set up what the tenant demands', async () => {
    await tenantTransaction(platform.owner, tenant.id, (manager) =>
      manager.query('UPDATE credential SET must_change_password = true WHERE account_id = $1', [official.id]),
    );
    expect((await create({})).body.code).toBe('auth.passwordFirst');
    await tenantTransaction(platform.owner, tenant.id, (manager) =>
      manager.query('UPDATE credential SET must_change_password = false WHERE account_id = $1', [official.id]),
    );
  });

  it('end when their owner or an administrator revokes them, and by nobody else', async () => {
    const [one, two] = [(await create({})).body, (await create({})).body];
    const other = await createOfficial(platform, tenant, [{ role: 'provinceOfficer' }]);
    expect((await other.browser.send('delete', `me/api-tokens/${one.id}`)).status).toBe(404);
    expect((await other.browser.send('delete', `api-tokens/${one.id}`)).status).toBe(403);
    expect((await official.browser.send('delete', `me/api-tokens/${one.id}`)).status).toBe(204);
    await callerOf(platform, one.token).get('centers').expect(401);
    const { body: page } = await administrator.get(`api-tokens?accountId=${official.id}&limit=2`).expect(200);
    expect(page.items.map(({ id }: { id: string }) => id)).toEqual([two.id, one.id]);
    expect(page.items[1].revokedAt).not.toBeNull();
    await administrator.delete(`api-tokens/${two.id}`).expect(204);
    await callerOf(platform, two.token).get('centers').expect(401);
    await callerOf(platform, tenant.tokens.auditor).get('api-tokens').expect(200);
    await callerOf(platform, tenant.tokens.auditor).delete(`api-tokens/${two.id}`).expect(403);
  });

  it('are not more than twenty at a time', async () => {
    const person = await createOfficial(platform, tenant, [{ role: 'provinceOfficer' }]);
    const make = () => person.browser.post('me/api-tokens', { name: 'x', scopes: ['Center:read'] });
    const answers = await Promise.all(Array.from({ length: 22 }, make));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(20).fill(201), 409, 409]);
    const { body: mine } = await person.browser.get('me/api-tokens');
    await person.browser.send('delete', `me/api-tokens/${mine.items[0].id}`);
    expect((await make()).status).toBe(201);
  });
});
