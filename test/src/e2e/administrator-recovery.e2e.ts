import { openDataSource } from '@shucu/database';
import { recoverAdministrator, Session } from '@shucu/identity';
import { Tenant } from '@shucu/tenancy';
import type { DataSource } from 'typeorm';
import { createOfficial, SECURITY_ADMINISTRATOR } from '../factories/official.factory.js';
import { PASSWORD } from '../factories/password.factory.js';
import { equip } from '../factories/second-factor.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { Browser } from '../harness/browser.js';
import { callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';

const NEXT_PASSWORD = 'Birke-Nebel-3052';

describe('the recovery of a security administrator', () => {
  let platform: TestPlatform;
  let owner: DataSource;
  let tenant: TestTenant;

  beforeAll(async () => {
    platform = await startPlatform();
    const url = platform.environment.MIGRATION_DATABASE_URL as string;
    owner = await openDataSource({ url, name: 'recovery', poolSize: 1, entities: [Tenant, Session] });
    tenant = await createTenant(platform.owner);
  });

  afterAll(async () => {
    await owner?.destroy();
    await platform?.stop();
  });

  it('lets in who lost the authenticator, by a link, and the auditor reads that it was done in the database', async () => {
    const official = await createOfficial(platform, tenant, [SECURITY_ADMINISTRATOR]);
    await equip(official);
    const { token, purpose } = await recoverAdministrator(owner, tenant.code, official.login);
    expect(purpose).toBe('reset');
    expect((await official.browser.get('me')).status).toBe(401);
    const browser = new Browser(platform);
    await browser.post(`tenants/${tenant.code}/links/acceptance`, { token, password: NEXT_PASSWORD });
    await browser.signIn(tenant.code, official.login, NEXT_PASSWORD);
    const auditor = callerOf(platform, tenant.tokens.auditor);
    const { items } = (await auditor.get('audit-entries?action=administrator.recover').expect(200)).body;
    expect(items.map(({ subject }: { subject: string }) => subject)).toEqual(
      expect.arrayContaining(['access_link', 'session', 'credential', 'recovery_code']),
    );
    expect(items[0].actor.kind).toBe('database');
  });

  it('enables one who was disabled, who then comes in by the link alone', async () => {
    const official = await createOfficial(platform, tenant, [SECURITY_ADMINISTRATOR]);
    const administrator = callerOf(platform, tenant.tokens.provinceAdministrator);
    await administrator.post(`accounts/${official.id}/disablement`).expect(200);
    const { token } = await recoverAdministrator(owner, tenant.code, official.login);
    await expect(new Browser(platform).signIn(tenant.code, official.login, PASSWORD)).rejects.toThrow('401');
    const browser = new Browser(platform);
    await browser.post(`tenants/${tenant.code}/links/acceptance`, { token, password: NEXT_PASSWORD });
    await browser.signIn(tenant.code, official.login, NEXT_PASSWORD);
  });

  it('is of nobody else, whom an administrator lets in', async () => {
    const { login } = await createOfficial(platform, tenant, [{ role: 'provinceOfficer' }]);
    for (const [code, name] of [
      [tenant.code, login],
      [tenant.code, 'nobody'],
      ['nowhere', login],
    ] as const) {
      await expect(recoverAdministrator(owner, code, name)).rejects.toMatchObject({ code: 'resource.notFound' });
    }
  });
});
