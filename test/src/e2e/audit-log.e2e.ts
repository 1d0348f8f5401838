import { tenantTransaction } from '@shucu/tenancy';
import { createOfficial } from '../factories/official.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';

const NOTHING = '01a00000-0000-7000-8000-000000000000';

describe('the audit log over HTTP', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let auditor: Caller;

  beforeAll(async () => {
    platform = await startPlatform();
  });

  beforeEach(async () => {
    tenant = await createTenant(platform.owner);
    auditor = callerOf(platform, tenant.tokens.auditor);
  });

  afterAll(() => platform?.stop());

  const entries = async (query = '') => (await auditor.get(`audit-entries${query}`).expect(200)).body.items;

  it('has what was refused: by whom, at which endpoint, from where, why, and never what was asked for', async () => {
    const { id, browser } = await createOfficial(platform, tenant, [{ role: 'provinceOfficer' }]);
    const forbidden = await browser.get('audit-entries');
    const unknown = await browser.get(`centers/${NOTHING}`);
    expect([forbidden.status, unknown.status]).toEqual([403, 404]);
    const refused = await entries('?result=refused');
    const by = { actor: { kind: 'account', id, name: '王五' }, result: 'refused', subject: 'request' };
    expect(refused).toMatchObject([
      { ...by, action: 'CentersController.get', details: { code: 'resource.notFound' } },
      { ...by, action: 'AuditController.list', details: { code: 'auth.forbidden' } },
    ]);
    const told = [unknown, forbidden].map(({ body }) => body.requestId);
    expect(refused.map(({ request }: { request: { requestId: string } }) => request.requestId)).toEqual(told);
    expect(refused[0].request.address).toContain('127.0.0.1');
    expect(JSON.stringify(refused)).not.toContain(NOTHING);
  });

  it('has a change with the request that made it, before and after', async () => {
    const officer = callerOf(platform, tenant.tokens.provinceOfficer);
    const path = `organizations/${tenant.organizationId}`;
    const { version, name } = (await officer.get(path).expect(200)).body;
    await officer.patch(path, { version, change: { name: '改名单位' } }).expect(200);
    const [entry] = await entries('?subject=organization');
    expect(entry).toMatchObject({
      action: 'OrganizationsController.update',
      actor: { kind: 'apiToken', id: tenant.accounts.provinceOfficer },
      subjectId: tenant.organizationId,
      result: 'done',
      before: { name, version },
      after: { name: '改名单位', version: version + 1 },
    });
  });

  it('is taken away and verified by the auditor, and says so; a change behind its back is named', async () => {
    const { text } = await auditor
      .get('audit-entries/export')
      .buffer(true)
      .parse((response, done) => {
        let lines = '';
        response.on('data', (chunk) => {
          lines += chunk;
        });
        response.on('end', () => done(null, lines));
      })
      .expect(200)
      .then(({ body }) => ({ text: body as string }));
    const [header, ...lines] = text.trimEnd().split('\n');
    expect(JSON.parse(header ?? '')).toMatchObject({ format: 'shucu-audit/1', tenantId: tenant.id });
    const { body: sound } = await auditor.post('audit-entries/verification').expect(200);
    expect(sound.firstBad).toBeNull();
    expect(sound.entries).toBeGreaterThanOrEqual(lines.length);
    const [verified, exported] = await entries('?subject=audit_entry');
    expect([verified.action, exported.action]).toEqual(['audit.verify', 'audit.export']);
    await tenantTransaction(platform.owner, tenant.id, (manager) =>
      manager.query(
        `UPDATE audit_entry SET body = replace(body, '"done"', '"gone"') WHERE tenant_id = $1 AND seq = 2`,
        [tenant.id],
      ),
    );
    const { body: bad } = await auditor.post('audit-entries/verification').expect(200);
    expect(bad.firstBad).toMatchObject({ seq: 2 });
  });
});
