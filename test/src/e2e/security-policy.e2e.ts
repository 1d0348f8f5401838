import { invite } from '../factories/official.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';

describe('the security policy of a tenant', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let administrator: Caller;

  beforeAll(async () => {
    platform = await startPlatform();
    tenant = await createTenant(platform.owner);
    administrator = callerOf(platform, tenant.tokens.provinceAdministrator);
  });

  afterAll(() => platform?.stop());

  it('has defaults, is changed on the version that was seen, and counts at once', async () => {
    const { body: before } = await administrator.get('security-policy').expect(200);
    expect(before).toMatchObject({ version: 0, settings: { separateAdministrators: true, linkHours: { reset: 1 } } });
    const settings = { ...before.settings, separateAdministrators: false, linkHours: { invitation: 1 } };
    const { body } = await administrator.put('security-policy', { version: 0, settings }).expect(200);
    expect(body).toMatchObject({ version: 1, settings: { separateAdministrators: false, linkHours: { reset: 1 } } });
    const { body: stale } = await administrator.put('security-policy', { version: 0, settings }).expect(409);
    expect(stale.code).toBe('conflict.stale');
    const both = { role: 'provinceAdministrator', duties: ['system', 'security'] } as const;
    const { link } = await invite(platform, tenant, [both]);
    expect(Date.parse(link.expiresAt) - Date.now()).toBeLessThan(3_600_000 + 60_000);
  });

  it('keeps to its bounds', async () => {
    const settings = { password: { minLength: 4 }, session: { idleMinutes: 100_000 }, unknown: 1 };
    const { body } = await administrator.put('security-policy', { version: 1, settings }).expect(422);
    expect(body.errors.map(({ field }: { field: string }) => field).sort()).toEqual([
      'settings.password.minLength',
      'settings.session.idleMinutes',
      'settings.unknown',
    ]);
  });

  it('is read by the auditor, changed by security administration alone', async () => {
    const auditor = callerOf(platform, tenant.tokens.auditor);
    const { body } = await auditor.get('security-policy').expect(200);
    await auditor.put('security-policy', body).expect(403);
    await callerOf(platform, tenant.tokens.provinceOfficer).get('security-policy').expect(403);
  });
});
