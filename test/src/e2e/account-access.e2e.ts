import type { Server } from 'node:http';
import { createApi } from '@shucu/api';
import { tenantTransaction } from '@shucu/tenancy';
import { createOfficial, type Official, SECURITY_ADMINISTRATOR } from '../factories/official.factory.js';
import { PASSWORD } from '../factories/password.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { Browser } from '../harness/browser.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform, until } from '../harness/platform.js';

describe('the access of an account', () => {
  let platform: TestPlatform;
  let second: Awaited<ReturnType<typeof createApi>>;
  let tenant: TestTenant;
  let administrator: Caller;

  beforeAll(async () => {
    platform = await startPlatform();
    tenant = await createTenant(platform.owner);
    administrator = callerOf(platform, tenant.tokens.provinceAdministrator);
    second = await createApi(platform.environment);
    await second.init();
    await second.getHttpAdapter().getInstance().ready();
  });

  afterAll(async () => {
    await second?.close();
    await platform?.stop();
  });

  /** The same browser, where its next request happens to reach the other process. */
  const elsewhere = ({ browser }: Official): Browser => {
    const other = new Browser({ server: second.getHttpServer() as Server });
    for (const [name, value] of browser.cookies) other.cookies.set(name, value);
    return other;
  };

  const query = <T>(sql: string, parameters: string[]): Promise<T> =>
    tenantTransaction(platform.owner, tenant.id, (manager) => manager.query<T>(sql, parameters));

  it('is over with the very next request once it is disabled, by session and by token, in every process', async () => {
    const official = await createOfficial(platform, tenant, [{ role: 'provinceOfficer' }]);
    const { body: issued } = await official.browser.post('me/api-tokens', { name: '接口', scopes: ['Center:read'] });
    const there = { server: second.getHttpServer() as Server } as TestPlatform;
    const tries = () =>
      Promise.all([
        official.browser.get('centers'),
        elsewhere(official).get('centers'),
        callerOf(platform, issued.token).get('centers'),
        callerOf(there, issued.token).get('centers'),
      ]);
    expect((await tries()).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const { body } = await administrator.post(`accounts/${official.id}/disablement`).expect(200);
    expect(body.status).toBe('disabled');
    expect((await tries()).map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    expect((await administrator.post(`accounts/${official.id}/links`).expect(409)).body.code).toBe('account.disabled');
    await expect(new Browser(platform).signIn(tenant.code, official.login, PASSWORD)).rejects.toThrow('401');
  });

  it('begins anew once it is enabled again: nothing of before comes back', async () => {
    const official = await createOfficial(platform, tenant, [{ role: 'provinceOfficer' }]);
    const { body: issued } = await official.browser.post('me/api-tokens', { name: '接口', scopes: ['Center:read'] });
    await administrator.post(`accounts/${official.id}/disablement`).expect(200);
    const { body } = await administrator.post(`accounts/${official.id}/enablement`).expect(200);
    expect(body.status).toBe('active');
    expect((await official.browser.get('me')).status).toBe(401);
    await callerOf(platform, issued.token).get('centers').expect(401);
    await new Browser(platform).signIn(tenant.code, official.login, PASSWORD);
  });

  it('that was never taken up is to be invited again after it was disabled', async () => {
    const sent = { login: 'never', displayName: '未激活', roles: [] };
    const { id } = (await administrator.post('accounts', sent).expect(201)).body.account;
    await administrator.post(`accounts/${id}/disablement`).expect(200);
    expect((await administrator.post(`accounts/${id}/enablement`).expect(200)).body.status).toBe('invited');
    expect((await administrator.post(`accounts/${id}/links`).expect(201)).body.purpose).toBe('invitation');
  });

  it('is ended everywhere when an administrator signs the person out', async () => {
    const official = await createOfficial(platform, tenant, []);
    await new Browser(platform).signIn(tenant.code, official.login, PASSWORD);
    const { body } = await administrator.delete(`accounts/${official.id}/sessions`).expect(200);
    expect(body).toEqual({ ended: 2 });
    expect((await elsewhere(official).get('me')).status).toBe(401);
    const [{ reason }] = await query<[{ reason: string }]>(
      'SELECT DISTINCT end_reason AS reason FROM session WHERE account_id = $1',
      [official.id],
    );
    expect(reason).toBe('endedByAdministrator');
    await new Browser(platform).signIn(tenant.code, official.login, PASSWORD);
  });

  it('needs no second factor any more once a lost one was reset', async () => {
    const official = await createOfficial(platform, tenant, []);
    await query(`UPDATE credential SET totp_secret = 'v1', totp_confirmed_at = now() WHERE account_id = $1`, [
      official.id,
    ]);
    await expect(new Browser(platform).signIn(tenant.code, official.login, PASSWORD)).rejects.toThrow('401');
    await administrator.delete(`accounts/${official.id}/second-factor`).expect(204);
    expect((await official.browser.get('me')).status).toBe(401);
    await new Browser(platform).signIn(tenant.code, official.login, PASSWORD);
  });

  it('is left to one of two administrators who disable each other at the same moment', async () => {
    const [one, other] = [
      await createOfficial(platform, tenant, [SECURITY_ADMINISTRATOR]),
      await createOfficial(platform, tenant, [SECURITY_ADMINISTRATOR]),
    ];
    // Held back until both have come as administrators; handed out in an object, so that the transaction does not wait for it.
    const answers = await platform.owner.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`accounts ${tenant.id}`]);
      const both = Promise.all([
        one.browser.post(`accounts/${other.id}/disablement`),
        other.browser.post(`accounts/${one.id}/disablement`),
      ]);
      await until('both to wait', async () => {
        const waiting = await platform.owner.query(
          `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`,
        );
        return waiting.length === 2;
      });
      return { both };
    });
    const outcomes = (await answers.both).map(({ status }) => status);
    expect(outcomes.sort()).toEqual([200, 403]);
    const statuses = [(await one.browser.get('me')).status, (await other.browser.get('me')).status];
    expect(statuses.sort()).toEqual([200, 401]);
  });

  it('is nobody else’s business', async () => {
    const { id } = await createOfficial(platform, tenant, []);
    const officer = callerOf(platform, tenant.tokens.provinceOfficer);
    const auditor = callerOf(platform, tenant.tokens.auditor);
    for (const caller of [officer, auditor]) {
      await caller.post(`accounts/${id}/disablement`).expect(403);
      await caller.post(`accounts/${id}/links`).expect(403);
      await caller.delete(`accounts/${id}/sessions`).expect(403);
    }
  });
});
