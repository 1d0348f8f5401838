import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';

describe('the administration of the audit log', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let auditor: Caller;

  beforeAll(async () => {
    platform = await startPlatform();
    tenant = await createTenant(platform.owner);
    auditor = callerOf(platform, tenant.tokens.auditor);
  });

  afterAll(() => platform?.stop());

  it('lets the auditor choose SM3, which hashes from the entry of that choice on, and nobody else', async () => {
    expect((await auditor.get('audit-algorithm').expect(200)).body).toEqual({ algorithm: 'sha256' });
    const administrator = callerOf(platform, tenant.tokens.provinceAdministrator);
    expect((await administrator.put('audit-algorithm', { algorithm: 'sm3' }).expect(403)).body.code).toBe(
      'auth.forbidden',
    );
    await auditor.put('audit-algorithm', { algorithm: 'md5' }).expect(422);
    await auditor.put('audit-algorithm', { algorithm: 'sm3' }).expect(200);
    const { items } = (await auditor.get('audit-entries?limit=2').expect(200)).body;
    expect(items).toMatchObject([
      { subject: 'audit_chain', after: { algorithm: 'sm3' }, algorithm: 'sm3' },
      { result: 'refused', algorithm: 'sha256' },
    ]);
    expect((await auditor.post('audit-entries/verification').expect(200)).body.firstBad).toBeNull();
  });

  it('is verified by one at a time in a tenant, and keeps nobody else waiting meanwhile', async () => {
    const other = await createTenant(platform.owner);
    const officer = callerOf(platform, other.tokens.provinceOfficer);
    const began = performance.now();
    const [answers] = await Promise.all([
      Promise.all(Array.from({ length: 15 }, () => auditor.post('audit-entries/verification'))),
      officer.get('centers').expect(200),
    ]);
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 429]));
    expect(answers.find(({ status }) => status === 429)?.body.code).toBe('audit.busy');
    await auditor.post('audit-entries/verification').expect(200);
  });

  it('is taken away again and again, each time to the end', async () => {
    for (let time = 0; time < 3; time += 1) await auditor.get('audit-entries/export').expect(200);
  });
});
