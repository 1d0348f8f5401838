import { createFirstOperator } from '@shucu/tenants';
import type { Response } from 'supertest';
import request from 'supertest';
import { createOperator } from '../factories/operator.factory.js';
import { givePassword, PASSWORD } from '../factories/password.factory.js';
import { createTenant, type TestPerson, type TestTenant } from '../factories/tenant.factory.js';
import { Browser } from '../harness/browser.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';

const NOTHING = '01a00000-0000-7000-8000-000000000000';

const GIVEN = {
  name: '青海省',
  department: '青海省工业和信息化厅',
  documentPrefix: '青工信发',
  administrator: { login: 'first', displayName: '马六' },
};

/** What is told, without what differs from call to call. */
const told = ({ status, body, headers }: Response): object => ({
  status,
  body: { ...body, requestId: '' },
  authenticate: headers['www-authenticate'],
});

describe('tenants', () => {
  let platform: TestPlatform;
  let operator: Caller;

  beforeAll(async () => {
    platform = await startPlatform();
    operator = callerOf(platform, (await createOperator(platform.owner)).token);
  });

  afterAll(() => platform?.stop());

  it('have a first operator by the command line, who changes the password before anything else', async () => {
    const password = await createFirstOperator(platform.owner, { login: 'boss', displayName: '周七' });
    const browser = new Browser(platform);
    await browser.signIn('platform', 'boss', password);
    const refused = await browser.get('platform/tenants');
    expect({ status: refused.status, code: refused.body.code }).toEqual({ status: 403, code: 'auth.passwordFirst' });
    expect((await browser.post('me/password', { current: password, next: PASSWORD })).status).toBe(204);
    expect((await browser.get('platform/tenants')).status).toBe(200);
    const twice = createFirstOperator(platform.owner, { login: 'boss', displayName: '周七' });
    await expect(twice).rejects.toThrow(/boss/);
  });

  it('are founded with one administrator for security, who comes in by a link that is shown once', async () => {
    const { body } = await operator.post('platform/tenants', { ...GIVEN, code: 'qinghai' }).expect(201);
    expect(body.tenant).toMatchObject({ code: 'qinghai', status: 'active', suspendedAt: null });
    const browser = new Browser(platform);
    const accepted = { token: body.link.token, password: PASSWORD };
    expect((await browser.post('tenants/qinghai/links/acceptance', accepted)).status).toBe(204);
    await browser.signIn('qinghai', 'first', PASSWORD);
    const { body: accounts } = await browser.get('accounts');
    expect(accounts.items).toMatchObject([{ roles: [{ role: 'provinceAdministrator', duties: ['security'] }] }]);
    expect((await browser.get('security-policy')).body).toMatchObject({ version: 0 });
    const auditor = { login: 'auditor', displayName: '审计', roles: [{ role: 'auditor' }] };
    expect((await browser.post('accounts', auditor)).status).toBe(201);
    const { body: again } = await operator.post('platform/tenants', { ...GIVEN, code: 'qinghai' }).expect(409);
    expect(again.code).toBe('tenant.codeTaken');
  });

  it('are founded as a whole or not at all, and with faults named', async () => {
    const faulty = { ...GIVEN, code: 'Q', administrator: { login: '-', displayName: '' } };
    const { body } = await operator.post('platform/tenants', faulty).expect(422);
    const fields = body.errors.map(({ field }: { field: string }) => field);
    expect(fields).toEqual(expect.arrayContaining(['code', 'administrator.login', 'administrator.displayName']));
    await platform.owner.query(
      `ALTER TABLE access_link ADD CONSTRAINT broken CHECK (purpose <> 'invitation') NOT VALID`,
    );
    await operator.post('platform/tenants', { ...GIVEN, code: 'xizang' }).expect(422);
    await platform.owner.query('ALTER TABLE access_link DROP CONSTRAINT broken');
    const { text } = await operator.get('platform/tenants').expect(200);
    expect(text).not.toContain('xizang');
  });

  it('get another invitation as long as nobody has entered, and none after that', async () => {
    const { body } = await operator.post('platform/tenants', { ...GIVEN, code: 'ningxia' }).expect(201);
    const { body: second } = await operator.post(`platform/tenants/${body.tenant.id}/invitation`).expect(201);
    const accept = async (token: string): Promise<number> =>
      (await new Browser(platform).post('tenants/ningxia/links/acceptance', { token, password: PASSWORD })).status;
    expect(await accept(body.link.token)).toBe(401);
    expect(await accept(second.token)).toBe(204);
    const { body: refusal } = await operator.post(`platform/tenants/${body.tenant.id}/invitation`).expect(409);
    expect(refusal.code).toBe('tenant.entered');
  });

  it('are kept by the operator alone, who sees nothing of what they hold', async () => {
    const tenant = await createTenant(platform.owner);
    for (const person of Object.keys(tenant.tokens) as TestPerson[]) {
      const caller = callerOf(platform, tenant.tokens[person]);
      await caller.get('platform/tenants').expect(403);
      await caller.get(`platform/tenants/${tenant.id}`).expect(403);
      await caller.post(`platform/tenants/${tenant.id}/suspension`, { reason: '试' }).expect(403);
      await caller.get('platform/orders').expect(403);
    }
    const { body } = await operator.get(`platform/tenants/${tenant.id}`).expect(200);
    expect(Object.keys(body).sort()).toEqual(
      [
        'code',
        'createdAt',
        'department',
        'documentPrefix',
        'id',
        'name',
        'status',
        'suspendedAt',
        'suspensionReason',
      ].sort(),
    );
    const { body: page } = await operator.get('platform/tenants?limit=1').expect(200);
    expect(page).toMatchObject({ items: [{ id: tenant.id }], next: tenant.id });
    const { body: rest } = await operator.get(`platform/tenants?after=${tenant.id}`).expect(200);
    expect(rest.items.map(({ code }: { code: string }) => code)).toEqual(['ningxia', 'qinghai']);
    await operator.get(`platform/tenants/${NOTHING}`).expect(404);
    await operator.get('platform/tenants/00000000-0000-7000-8000-000000000001').expect(404);
  });

  describe('that are suspended', () => {
    let tenant: TestTenant;
    let browser: Browser;

    beforeAll(async () => {
      tenant = await createTenant(platform.owner);
      const login = await givePassword(platform.owner, tenant, 'provinceOfficer');
      browser = new Browser(platform);
      await browser.signIn(tenant.code, login, PASSWORD);
      expect((await browser.get('organizations')).status).toBe(200);
      await operator.post(`platform/tenants/${tenant.id}/suspension`, { reason: '合同到期' }).expect(200);
    });

    it('answer at once as if there were none: the door, the sign-in, a link, a token and a session', async () => {
      const secret = 'a'.repeat(43);
      const nobody = request(platform.server).get('/api/v1/me').set('sec-fetch-site', 'same-origin');
      const credentials = { login: 'provinceofficer', password: PASSWORD };
      const linked = (code: string) => ({ token: `${code}.${secret}` });
      const pairs = [
        [await browser.get('me'), await nobody.set('cookie', `__Host-shucu=nowhere.${secret}`)],
        [
          await callerOf(platform, tenant.tokens.auditor).get('organizations'),
          await callerOf(platform, `shucu_nowhere_${secret}`).get('organizations'),
        ],
        ...(await Promise.all(
          [
            (code: string) => new Browser(platform).get(`tenants/${code}`),
            (code: string) => new Browser(platform).post(`tenants/${code}/sign-in`, credentials),
            (code: string) => new Browser(platform).post(`tenants/${code}/links/inspection`, linked(code)),
          ].map(async (call) => [await call(tenant.code), await call('nowhere')] as const),
        )),
      ] as const;
      for (const [suspended, none] of pairs) {
        expect(told(suspended)).toEqual(told(none));
        expect(suspended.status).toBeGreaterThanOrEqual(400);
      }
    });

    it('show the operator since when and why, and refuse to be suspended again', async () => {
      const { body } = await operator.get(`platform/tenants/${tenant.id}`).expect(200);
      expect(body).toMatchObject({
        status: 'suspended',
        suspensionReason: '合同到期',
        suspendedAt: expect.any(String),
      });
      const again = await operator.post(`platform/tenants/${tenant.id}/suspension`, { reason: '再次' }).expect(409);
      expect(again.body.code).toBe('tenant.status');
    });

    it('are served as before once they are resumed, and find it in their own log', async () => {
      const { body } = await operator.post(`platform/tenants/${tenant.id}/resumption`).expect(200);
      expect(body).toMatchObject({ status: 'active', suspensionReason: null, suspendedAt: null });
      expect((await browser.get('organizations')).status).toBe(200);
      const auditor = callerOf(platform, tenant.tokens.auditor);
      const { body: log } = await auditor.get('audit-entries?subject=tenant').expect(200);
      expect(log.items).toMatchObject([
        { action: 'tenant.resume', actor: { kind: 'apiToken', name: expect.stringMatching(/ \/ test$/) } },
        { action: 'tenant.suspend', details: { reason: '合同到期' } },
      ]);
      await operator.post(`platform/tenants/${tenant.id}/resumption`).expect(409);
    });
  });
});
