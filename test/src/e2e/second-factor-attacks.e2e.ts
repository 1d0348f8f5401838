import { newSecretKey, SecretBox } from '@shucu/identity';
import { tenantTransaction } from '@shucu/tenancy';
import { Secret, TOTP } from 'otpauth';
import type { Response } from 'supertest';
import { createOfficial, type Official } from '../factories/official.factory.js';
import { PASSWORD } from '../factories/password.factory.js';
import { equip } from '../factories/second-factor.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type ApiProcess, startSecondApi } from '../harness/api-process.js';
import { Browser } from '../harness/browser.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';

const OLD_KEY = newSecretKey();

describe('a second factor under attack', () => {
  let platform: TestPlatform;
  let second: ApiProcess;
  let tenant: TestTenant;
  let administrator: Caller;

  beforeAll(async () => {
    platform = await startPlatform({ variables: { SHUCU_SECRET_KEYS_OLD: OLD_KEY } });
    second = await startSecondApi(platform);
    tenant = await createTenant(platform.owner);
    administrator = callerOf(platform, tenant.tokens.provinceAdministrator);
  });

  afterAll(async () => {
    await second?.end();
    await platform?.stop();
  });

  const query = <Row>(sql: string, ...parameters: string[]): Promise<Row[]> =>
    tenantTransaction(platform.owner, tenant.id, (manager) => manager.query<Row[]>(sql, parameters));
  const openSessions = async ({ id }: Official): Promise<number> =>
    (await query('SELECT 1 FROM session WHERE account_id = $1 AND ended_at IS NULL', id)).length;
  const newOfficial = (): Promise<Official> => createOfficial(platform, tenant, [{ role: 'provinceOfficer' }]);
  const enter = ({ login }: Official, code?: string, browser = new Browser(platform)): Promise<Response> =>
    browser.post(`tenants/${tenant.code}/sign-in`, { login, password: PASSWORD, ...(code && { code }) });
  const answers = (responses: readonly Response[]): string[] =>
    responses.map(({ status, body }) => [status, body.code].filter(Boolean).join(' '));

  it('gives one session for one code, at however many places and processes it comes at the same moment', async () => {
    const official = await equip(await newOfficial());
    const there = { server: second.url };
    const before = await openSessions(official);
    const code = official.code(1);
    const tries = await Promise.all(
      [platform, there, platform, there].map((place) => enter(official, code, new Browser(place))),
    );
    expect(answers(tries).sort()).toEqual(['204', '401 auth.refused', '401 auth.refused', '401 auth.refused']);
    expect(await openSessions(official)).toBe(before + 1);
  });

  it('is confirmed once by two who confirm at the same moment, and by what was begun last alone', async () => {
    const official = await newOfficial();
    const { browser } = official;
    const codeOf = ({ body }: Response): string => new TOTP({ secret: Secret.fromBase32(body.secret) }).generate();
    const first = await browser.post('me/two-factor', { password: PASSWORD });
    const last = await browser.post('me/two-factor', { password: PASSWORD });
    expect(answers([await browser.post('me/two-factor/confirmation', { code: codeOf(first) })])).toEqual([
      '403 auth.codeRefused',
    ]);
    const code = codeOf(last);
    const both = await Promise.all([
      browser.post('me/two-factor/confirmation', { code }),
      browser.at({ server: second.url }).post('me/two-factor/confirmation', { code }),
    ]);
    expect(answers(both).sort()).toEqual(['200', '409 auth.twoFactorNotBegun']);
    const codes = await query('SELECT 1 FROM recovery_code WHERE account_id = $1', official.id);
    expect(codes).toHaveLength(10);
  });

  it('leaves no session without it to those who sign in just as it is confirmed', async () => {
    for (let round = 0; round < 4; round += 1) {
      const official = await newOfficial();
      const { body } = await official.browser.post('me/two-factor', { password: PASSWORD });
      const code = new TOTP({ secret: Secret.fromBase32(body.secret) }).generate();
      const stranger = new Browser({ server: second.url });
      const [confirmed] = await Promise.all([
        official.browser.post('me/two-factor/confirmation', { code }),
        enter(official, undefined, stranger),
      ]);
      expect(confirmed.status).toBe(200);
      expect((await stranger.get('me')).status).toBe(401);
      expect(await openSessions(official)).toBe(1);
    }
  });

  it('is not guessed from within a session: after a few wrong codes also the right one waits, in every process', async () => {
    const official = await equip(await newOfficial());
    const elsewhere = official.browser.at({ server: second.url });
    const guesses: Response[] = [];
    for (let guess = 0; guess < 5; guess += 1) {
      const browser = guess % 2 ? elsewhere : official.browser;
      guesses.push(await browser.post('me/two-factor/removal', { code: `00000${guess}` }));
    }
    expect(new Set(answers(guesses))).toEqual(new Set(['403 auth.codeRefused']));
    const late = await elsewhere.post('me/two-factor/removal', { code: official.code(1) });
    expect(answers([late])).toEqual(['429 auth.throttled']);
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(0);
    const password = await official.browser.post('me/password', { current: PASSWORD, next: 'Kiesel-Fluss-1402' });
    expect(answers([password])).toEqual(['429 auth.throttled']);
    // Signing in is counted apart.
    expect((await enter(official, official.code(1))).status).toBe(204);
  });

  it('is not guessed at sign-in either, and a right password then waits as long as a wrong one', async () => {
    const official = await equip(await newOfficial());
    const tries: Response[] = [];
    for (let guess = 0; guess < 6; guess += 1) tries.push(await enter(official, `00000${guess}`));
    expect(answers(tries)).toEqual([...Array(5).fill('401 auth.refused'), '429 auth.throttled']);
    expect(answers([await enter(official, official.code(1))])).toEqual(['429 auth.throttled']);
  });

  it('that is taken away ends the other sessions, and a role that must have it has nothing but its account again', async () => {
    const official = await equip(await newOfficial());
    const other = new Browser(platform);
    await other.signIn(tenant.code, official.login, PASSWORD, official.code(1));
    const { body: policy } = await administrator.get('security-policy').expect(200);
    const demand = (twoFactorRoles: string[], version: number) =>
      administrator.put('security-policy', { version, settings: { ...policy.settings, twoFactorRoles } }).expect(200);
    const { body: stricter } = await demand(['provinceOfficer'], policy.version);
    expect((await other.get('centers')).status).toBe(200);
    const removal = { code: official.recoveryCodes[0] };
    expect((await other.post('me/two-factor/removal', removal)).status).toBe(204);
    expect(answers([await other.get('centers')])).toEqual(['403 auth.twoFactorFirst']);
    expect((await official.browser.get('me')).status).toBe(401);
    await demand([], stricter.version);
  });

  it('that an administrator takes away ends every session, and what is set up next has other codes', async () => {
    const official = await equip(await newOfficial());
    await administrator.delete(`accounts/${official.id}/second-factor`).expect(204);
    expect((await official.browser.get('me')).status).toBe(401);
    await official.browser.signIn(tenant.code, official.login, PASSWORD);
    const anew = await equip(official);
    expect((await enter(official, official.recoveryCodes[0])).status).toBe(401);
    expect((await enter(official, official.code(1))).status).toBe(401);
    expect((await enter(official, anew.code(1))).status).toBe(204);
  });

  it('is not there yet while it is only begun, and does not outlive the password by which it was begun', async () => {
    const official = await newOfficial();
    const { body } = await official.browser.post('me/two-factor', { password: PASSWORD });
    await query(
      `UPDATE credential SET password_changed_at = now() - interval '2 days' WHERE account_id = $1`,
      official.id,
    );
    const changed = await official.browser.post('me/password', { current: PASSWORD, next: 'Kiesel-Fluss-1402' });
    expect(changed.status).toBe(204);
    const code = new TOTP({ secret: Secret.fromBase32(body.secret) }).generate();
    expect(answers([await official.browser.post('me/two-factor/confirmation', { code })])).toEqual([
      '409 auth.twoFactorNotBegun',
    ]);
  });

  describe('whose secret is kept', () => {
    const reseal = async ({ id }: Official, key: string): Promise<string> => {
      const [{ sealed } = { sealed: '' }] = await query<{ sealed: string }>(
        'SELECT totp_secret AS sealed FROM credential WHERE account_id = $1',
        id,
      );
      const place = { kind: 'totp', tenantId: tenant.id, ownerId: id } as const;
      const secret = new SecretBox(platform.environment.SHUCU_SECRET_KEY ?? '').open(sealed, place);
      const other = new SecretBox(key).seal(secret, place);
      await query('UPDATE credential SET totp_secret = $2 WHERE account_id = $1', id, other);
      return other;
    };
    const stored = async ({ id }: Official): Promise<string | undefined> =>
      (await query<{ sealed: string }>('SELECT totp_secret AS sealed FROM credential WHERE account_id = $1', id))[0]
        ?.sealed;

    it('by an old key is sealed by the present one with its next use, and not before', async () => {
      const official = await equip(await newOfficial());
      const old = await reseal(official, OLD_KEY);
      expect((await enter(official, '000000')).status).toBe(401);
      expect(await stored(official)).toBe(old);
      expect((await enter(official, official.code(1))).status).toBe(204);
      const kept = (await stored(official)) ?? '';
      expect(new SecretBox(platform.environment.SHUCU_SECRET_KEY ?? '').isOfOldKey(kept)).toBe(false);
    });

    it('by a key that is lost, or for another account, is refused like a wrong code, and recovery codes still let in', async () => {
      const [official, other] = [await equip(await newOfficial()), await equip(await newOfficial())];
      await reseal(official, newSecretKey());
      const refused = await enter(official, official.code(1));
      expect(answers([refused])).toEqual(['401 auth.refused']);
      await query(
        'UPDATE credential SET totp_secret = $2 WHERE account_id = $1',
        official.id,
        (await stored(other)) ?? '',
      );
      expect(answers([await enter(official, other.code(1))])).toEqual(['401 auth.refused']);
      expect((await enter(official, official.recoveryCodes[0])).status).toBe(204);
    });
  });
});
