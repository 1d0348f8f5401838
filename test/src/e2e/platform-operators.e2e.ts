import { createOperator } from '../factories/operator.factory.js';
import { PASSWORD } from '../factories/password.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { Browser } from '../harness/browser.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';

describe('operators of the platform', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let operatorId: string;
  let operator: Caller;

  beforeAll(async () => {
    platform = await startPlatform();
    tenant = await createTenant(platform.owner);
    const { id, token } = await createOperator(platform.owner);
    [operatorId, operator] = [id, callerOf(platform, token)];
  });

  afterAll(() => platform?.stop());

  it('invite further operators, and nobody of any other role', async () => {
    const sent = { login: 'colleague', displayName: '同事', email: 'colleague@example.cn' };
    const invite = (roles: object[]) => operator.post('accounts', { ...sent, roles });
    const refused = [
      { role: 'provinceOfficer' },
      { role: 'auditor' },
      { role: 'provinceAdministrator', duties: ['security'] },
    ];
    for (const role of refused) {
      const { body } = await invite([role]).expect(422);
      expect(body.errors).toEqual([expect.objectContaining({ field: 'roles.0.role', rule: 'tenant' })]);
    }
    const { body } = await invite([{ role: 'platformOperator' }]).expect(201);
    expect(body.account.email).toBe(sent.email);
    const browser = new Browser(platform);
    await browser.post('tenants/platform/links/acceptance', { token: body.link.token, password: PASSWORD });
    await browser.signIn('platform', sent.login, PASSWORD);
    expect((await browser.get('accounts')).body.items.map(({ id }: { id: string }) => id)).toEqual([
      body.account.id,
      operatorId,
    ]);
    expect((await browser.post(`accounts/${body.account.id}/disablement`)).body.code).toBe('account.own');
    expect((await browser.post(`accounts/${operatorId}/disablement`)).status).toBe(200);
    expect((await operator.get('accounts')).status).toBe(401);
  });

  it('see no business data and no account of a province', async () => {
    const { token } = await createOperator(platform.owner);
    const other = callerOf(platform, token);
    for (const path of ['centers', 'organizations', 'ratings', 'service-records', 'documents']) {
      await other.get(path).expect(403);
    }
    await other.get(`accounts/${tenant.accounts.auditor}`).expect(404);
    await other.post(`accounts/${tenant.accounts.auditor}/disablement`).expect(404);
  });
});
