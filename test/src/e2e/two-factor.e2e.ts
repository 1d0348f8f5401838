import type { Response } from 'supertest';
import { createOfficial, type Official } from '../factories/official.factory.js';
import { PASSWORD } from '../factories/password.factory.js';
import { equip } from '../factories/second-factor.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { Browser } from '../harness/browser.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';

describe('a second factor', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let administrator: Caller;

  beforeAll(async () => {
    platform = await startPlatform();
    tenant = await createTenant(platform.owner);
    administrator = callerOf(platform, tenant.tokens.provinceAdministrator);
  });

  afterAll(() => platform?.stop());

  const codes = ({ status, body }: Response): string => [status, body.code].filter(Boolean).join(' ');

  const enter = ({ login }: Official, code?: string, password = PASSWORD): Promise<Response> =>
    new Browser(platform).post(`tenants/${tenant.code}/sign-in`, { login, password, ...(code && { code }) });

  const newOfficial = (): Promise<Official> => createOfficial(platform, tenant, [{ role: 'provinceOfficer' }]);

  it('is begun with the password, counts from the first right code on, and shows ten recovery codes', async () => {
    const official = await newOfficial();
    const { browser } = official;
    const elsewhere = new Browser(platform);
    await elsewhere.signIn(tenant.code, official.login, PASSWORD);
    expect(codes(await browser.post('me/two-factor', { password: 'Falsch-und-lang-1' }))).toBe(
      '403 auth.passwordRefused',
    );
    expect(codes(await browser.post('me/two-factor/confirmation', { code: '000000' }))).toBe(
      '409 auth.twoFactorNotBegun',
    );
    await browser.post('me/two-factor', { password: PASSWORD });
    expect(codes(await browser.post('me/two-factor/confirmation', { code: 'abc' }))).toMatch(/auth\.codeRefused$/);
    expect((await enter(official)).status).toBe(204);
    const { recoveryCodes } = await equip(official);
    expect(new Set(recoveryCodes).size).toBe(10);
    expect((await browser.get('me')).body.twoFactor).toEqual({ isSetUp: true, recoveryCodesLeft: 10 });
    expect((await elsewhere.get('me')).status).toBe(401);
    expect(codes(await browser.post('me/two-factor', { password: PASSWORD }))).toBe('409 auth.twoFactorSetUp');
  });

  it('is asked for with the password, and refused alike when missing, wrong, used, or of somebody else', async () => {
    const [official, other] = [await equip(await newOfficial()), await equip(await newOfficial())];
    const right = official.code(1);
    expect((await enter(official, right)).status).toBe(204);
    const answers = [
      await enter(official),
      await enter(official, right),
      await enter(official, other.code(1)),
      await enter(official, other.recoveryCodes[0]),
      await enter(official, right, 'Falsch-und-lang-1'),
    ];
    expect(new Set(answers.map(({ status, body }) => JSON.stringify({ status, ...body, requestId: '' }))).size).toBe(1);
    expect(codes(answers[0] as Response)).toBe('401 auth.refused');
  });

  it('lets a recovery code in once, however it is typed, also when two come at the same moment', async () => {
    const official = await equip(await newOfficial());
    const [first = '', second = ''] = official.recoveryCodes;
    expect((await enter(official, first.toLowerCase().replaceAll('-', ' '))).status).toBe(204);
    expect((await enter(official, first)).status).toBe(401);
    const both = await Promise.all([enter(official, second), enter(official, second)]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 401]);
  });

  it('is renewed and taken away by one of its codes alone', async () => {
    const official = await equip(await newOfficial());
    const { browser, recoveryCodes } = official;
    expect(codes(await browser.post('me/two-factor/recovery-codes', { code: '000000' }))).toMatch(/codeRefused$/);
    const used = official.code(1);
    const renewed = await browser.post('me/two-factor/recovery-codes', { code: used });
    const [mine = ''] = renewed.body.recoveryCodes as string[];
    expect((await enter(official, recoveryCodes[0])).status).toBe(401);
    expect(codes(await browser.post('me/two-factor/removal', { code: used }))).toMatch(/codeRefused$/);
    expect((await browser.post('me/two-factor/removal', { code: mine })).status).toBe(204);
    expect((await enter(official)).status).toBe(204);
  });

  it('outlives a reset of the password', async () => {
    const official = await equip(await newOfficial());
    const { body: link } = await administrator.post(`accounts/${official.id}/links`).expect(201);
    const password = 'Kiesel-Fluss-1402';
    const accepted = { token: link.token, password };
    expect((await new Browser(platform).post(`tenants/${tenant.code}/links/acceptance`, accepted)).status).toBe(204);
    expect((await enter(official, undefined, password)).status).toBe(401);
    expect((await enter(official, official.code(1), password)).status).toBe(204);
  });

  it('can be demanded of a role, which has nothing but its own account until it is set up', async () => {
    const official = await newOfficial();
    const { body: policy } = await administrator.get('security-policy').expect(200);
    const settings = { ...policy.settings, twoFactorRoles: ['provinceOfficer'] };
    await administrator.put('security-policy', { version: policy.version, settings }).expect(200);
    expect(codes(await official.browser.get('centers'))).toBe('403 auth.twoFactorFirst');
    expect((await official.browser.get('me')).body.pending).toBe('twoFactor');
    await equip(official);
    expect((await official.browser.get('centers')).status).toBe(200);
  });
});
