import { tenantTransaction } from '@shucu/tenancy';
import type { Response } from 'supertest';
import { createOfficial, type Official } from '../factories/official.factory.js';
import { PASSWORD } from '../factories/password.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type ApiProcess, startSecondApi } from '../harness/api-process.js';
import { Browser } from '../harness/browser.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';

const NEXT = 'Kiesel-Fluss-1402';
const ANOTHER = 'Ufer-Granit-7788';
/** Of {@link PASSWORD}, by less than half of today's memory. */
const WEAK_HASH = '$argon2id$v=19$m=8192,t=1,p=1$4sTnimFgZkXjp8l3JRIfyg$elt0Dl41NLrsbd7WbKevqvCaRb8cu+AzUN0DRoGDZHc';
const TODAY = '$argon2id$v=19$m=19456,t=2,p=1$';

describe('a password', () => {
  let platform: TestPlatform;
  let second: ApiProcess;
  let tenant: TestTenant;
  let administrator: Caller;

  beforeAll(async () => {
    platform = await startPlatform();
    second = await startSecondApi(platform);
    tenant = await createTenant(platform.owner);
    administrator = callerOf(platform, tenant.tokens.provinceAdministrator);
  });

  afterAll(async () => {
    await second?.end();
    await platform?.stop();
  });

  const query = <Row>(sql: string, ...parameters: unknown[]): Promise<Row[]> =>
    tenantTransaction(platform.owner, tenant.id, (manager) => manager.query<Row[]>(sql, parameters));
  const hashOf = async ({ id }: Official): Promise<string> => {
    const [row] = await query<{ hash: string }>(
      'SELECT password_hash AS hash FROM credential WHERE account_id = $1',
      id,
    );
    return row?.hash ?? '';
  };
  const age = ({ id }: Official, days: number): Promise<unknown> =>
    query(
      `UPDATE credential SET password_changed_at = now() - make_interval(days => $2) WHERE account_id = $1`,
      id,
      days,
    );
  /** Whose password may be changed again. */
  const newOfficial = async (): Promise<Official> => {
    const official = await createOfficial(platform, tenant, [{ role: 'provinceOfficer' }]);
    await age(official, 2);
    return official;
  };
  const change = (browser: Browser, current: string, next: string): Promise<Response> =>
    browser.post('me/password', { current, next });
  const enter = ({ login }: Official, password: string, browser = new Browser(platform)): Promise<Response> =>
    browser.post(`tenants/${tenant.code}/sign-in`, { login, password });
  const faults = ({ status, body }: Response): string[] => {
    expect(status).toBe(422);
    return body.errors.map(({ field, rule }: { field: string; rule: string }) => `${field} ${rule}`);
  };

  it('is told everything that is wrong with it at once, and where', async () => {
    const official = await newOfficial();
    const twice = await change(official.browser, PASSWORD, official.login);
    expect(faults(twice)).toEqual([
      'next password.minLength',
      'next password.complexity',
      'next password.containsName',
      'next password.common',
    ]);
    expect(faults(await change(official.browser, PASSWORD, `Aa1\u0007${'长'.repeat(126)}`))).toEqual([
      'next password.maxLength',
      'next password.characters',
    ]);
    expect((await official.browser.get('me')).status).toBe(200);
  });

  it('of 128 characters is kept, however they are composed; a longer one is refused like a wrong one', async () => {
    const official = await newOfficial();
    const longest = `Aé1${Array.from({ length: 125 }, (_, at) => String.fromCodePoint(0x4e00 + at * 37)).join('')}`;
    expect(faults(await change(official.browser, PASSWORD, `${longest}水`))).toEqual(['next password.maxLength']);
    expect((await change(official.browser, PASSWORD, longest)).status).toBe(204);
    const decomposed = longest.normalize('NFD');
    expect([...decomposed].length).toBeGreaterThan(128);
    expect((await enter(official, decomposed)).status).toBe(204);
    const wide = longest.replace('A', 'Ａ').replace('1', '１');
    expect((await enter(official, wide)).status).toBe(204);
    const refused = [await enter(official, `${longest}水`), await enter(official, `x${longest.slice(1)}`)];
    expect(new Set(refused.map(({ body }) => JSON.stringify({ ...body, requestId: '' }))).size).toBe(1);
    expect(refused[0]?.status).toBe(401);
    expect((await enter(official, 'x'.repeat(513))).status).toBe(422);
  });

  it('is kept as an argon2id hash alone, and so are the former ones', async () => {
    const official = await newOfficial();
    expect((await change(official.browser, PASSWORD, NEXT)).status).toBe(204);
    const rows = await query<{ row: string }>(
      `SELECT to_jsonb(credential)::text AS row FROM credential WHERE account_id = $1
       UNION ALL SELECT to_jsonb(former)::text FROM password_history former WHERE account_id = $1`,
      official.id,
    );
    expect(rows).toHaveLength(3);
    for (const { row } of rows) {
      expect(row).toContain(TODAY);
      for (const password of [PASSWORD, NEXT]) expect(row).not.toContain(password);
    }
  });

  it('that was hashed by weaker parameters is hashed anew when it is proven, not before, and stays one in the history', async () => {
    const official = await newOfficial();
    for (const table of ['credential', 'password_history']) {
      await query(`UPDATE ${table} SET password_hash = $2 WHERE account_id = $1`, official.id, WEAK_HASH);
    }
    expect((await enter(official, NEXT)).status).toBe(401);
    expect(await hashOf(official)).toBe(WEAK_HASH);
    expect((await enter(official, PASSWORD)).status).toBe(204);
    const strong = await hashOf(official);
    expect(strong.startsWith(TODAY)).toBe(true);
    const history = await query('SELECT password_hash FROM password_history WHERE account_id = $1', official.id);
    expect(history).toEqual([{ password_hash: strong }]);
    expect((await enter(official, PASSWORD)).status).toBe(204);
    expect(await hashOf(official)).toBe(strong);
  });

  it('does not come back for as many changes as the policy says, and never as itself', async () => {
    const official = await newOfficial();
    const { body: policy } = await administrator.get('security-policy').expect(200);
    const keep = async (history: number, version: number): Promise<number> => {
      const settings = { ...policy.settings, password: { ...policy.settings.password, history, minAgeHours: 0 } };
      return (await administrator.put('security-policy', { version, settings }).expect(200)).body.version;
    };
    let version = await keep(2, policy.version);
    expect((await change(official.browser, PASSWORD, NEXT)).status).toBe(204);
    expect(faults(await change(official.browser, NEXT, PASSWORD))).toEqual(['next password.history']);
    expect((await change(official.browser, NEXT, ANOTHER)).status).toBe(204);
    expect((await change(official.browser, ANOTHER, PASSWORD)).status).toBe(204);
    version = await keep(0, version);
    expect(faults(await change(official.browser, PASSWORD, PASSWORD))).toEqual(['next password.history']);
    expect((await change(official.browser, PASSWORD, ANOTHER)).status).toBe(204);
    await administrator.put('security-policy', { version, settings: policy.settings }).expect(200);
  });

  it('is forgotten once no policy can ask for it any more', async () => {
    const official = await newOfficial();
    await query(
      `INSERT INTO password_history (tenant_id, id, account_id, password_hash, set_at)
       SELECT $2, gen_random_uuid(), $1, $3, now() - make_interval(days => age) FROM generate_series(10, 49) AS age`,
      official.id,
      tenant.id,
      WEAK_HASH,
    );
    expect((await change(official.browser, PASSWORD, NEXT)).status).toBe(204);
    expect(await query('SELECT 1 FROM password_history WHERE account_id = $1', official.id)).toHaveLength(24);
  });

  it('of an age that the policy does not allow, or of none that is known, gives nothing but the own account', async () => {
    for (const changedAt of [`now() - interval '90 days'`, 'NULL']) {
      const official = await newOfficial();
      await query(`UPDATE credential SET password_changed_at = ${changedAt} WHERE account_id = $1`, official.id);
      expect((await official.browser.get('centers')).status).toBe(200);
      await official.browser.signIn(tenant.code, official.login, PASSWORD);
      const { status, body } = await official.browser.get('centers');
      expect([status, body.code]).toEqual([403, 'auth.passwordFirst']);
      expect((await official.browser.get('me')).body).toMatchObject({ pending: 'password' });
      const token = await official.browser.post('me/api-tokens', { name: '接口', scopes: ['Center:read'] });
      expect([token.status, token.body.code]).toEqual([403, 'auth.passwordFirst']);
      expect((await change(official.browser, PASSWORD, NEXT)).status).toBe(204);
      expect((await official.browser.get('centers')).status).toBe(200);
    }
    const young = await newOfficial();
    await age(young, 89);
    await young.browser.signIn(tenant.code, young.login, PASSWORD);
    expect((await young.browser.get('centers')).status).toBe(200);
  });

  it('is changed by one of two who change it at the same moment', async () => {
    const official = await newOfficial();
    const { body: policy } = await administrator.get('security-policy').expect(200);
    const settings = { ...policy.settings, password: { ...policy.settings.password, minAgeHours: 0 } };
    const { body: changed } = await administrator.put('security-policy', { version: policy.version, settings });
    const tries = await Promise.all([
      change(official.browser, PASSWORD, NEXT),
      change(official.browser.at({ server: second.url }), PASSWORD, ANOTHER),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual([204, 403]);
    const [winner, loser] = tries[0]?.status === 204 ? [NEXT, ANOTHER] : [ANOTHER, NEXT];
    expect((await enter(official, winner)).status).toBe(204);
    expect((await enter(official, loser)).status).toBe(401);
    await administrator.put('security-policy', { version: changed.version, settings: policy.settings }).expect(200);
  });

  it('that is just being changed begins no session that stays', async () => {
    for (let round = 0; round < 4; round += 1) {
      const official = await newOfficial();
      const late = new Browser({ server: second.url });
      const [changed] = await Promise.all([change(official.browser, PASSWORD, NEXT), enter(official, PASSWORD, late)]);
      expect(changed.status).toBe(204);
      expect((await late.get('me')).status).toBe(401);
      expect((await official.browser.get('me')).status).toBe(200);
    }
  });

  it('that is changed makes a link void that was to reset it', async () => {
    const official = await newOfficial();
    const { body: link } = await administrator.post(`accounts/${official.id}/links`).expect(201);
    expect((await change(official.browser, PASSWORD, NEXT)).status).toBe(204);
    const late = await new Browser(platform).post(`tenants/${tenant.code}/links/acceptance`, {
      token: link.token,
      password: ANOTHER,
    });
    expect([late.status, late.body.code]).toEqual([401, 'auth.linkInvalid']);
  });

  it('is not changed by a machine, even by one with every scope', async () => {
    const machine = callerOf(platform, tenant.tokens.provinceOfficer);
    for (const [path, body] of [
      ['me/password', { current: PASSWORD, next: NEXT }],
      ['me/two-factor', { password: PASSWORD }],
      ['me/two-factor/confirmation', { code: '000000' }],
      ['me/two-factor/recovery-codes', { code: '000000' }],
      ['me/two-factor/removal', { code: '000000' }],
    ] as const) {
      expect((await machine.post(path, body).expect(403)).body.code).toBe('auth.sessionNeeded');
    }
  });
});
