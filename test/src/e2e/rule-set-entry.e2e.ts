import { tenantTransaction } from '@shucu/tenancy';
import { createCenter, createServiceRecords } from '../factories/center.factory.js';
import { createTenant } from '../factories/tenant.factory.js';
import { callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';

const DRAFT = {
  documentNumber: '测工信发〔2024〕1号',
  title: '测试省工业互联网数字化转型促进中心建设实施细则（修订）',
  issuedOn: '2025-01-01',
  validThrough: '2036-12-31',
};
const REASON = '首次施行。';

describe('a rule set in a province without a final year', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await startPlatform();
  });

  afterAll(() => platform?.stop());

  it('comes into force without a preview, unless its validity is over or a later revision was quicker', async () => {
    const tenant = await createTenant(platform.owner);
    const administrator = callerOf(platform, tenant.tokens.provinceAdministrator);
    const draft = async (changes: object): Promise<string> =>
      (await administrator.post('rule-sets', { ...DRAFT, ...changes }).expect(201)).body.id;
    const enter = async (id: string) =>
      (await administrator.post(`rule-sets/${id}/entry-into-force`, { version: 1, reason: REASON })).body;
    const over = await draft({
      documentNumber: '测工信发〔2020〕1号',
      issuedOn: '2020-01-01',
      validThrough: '2021-12-31',
    });
    expect((await enter(over)).code).toBe('ruleSet.notInForce');
    const [earlier, later] = [await draft({}), await draft({})];
    expect((await enter(later)).state).toBe('inForce');
    expect((await enter(earlier)).code).toBe('ruleSet.laterRevision');
  });

  it('is not scored by another major version of a plugin than it is pinned to', async () => {
    const tenant = await createTenant(platform.owner);
    const centerId = await createCenter(platform.owner, tenant);
    await createServiceRecords(platform.owner, tenant, centerId, 1, { type: 'training', servedOn: '2025-03-05' });
    await tenantTransaction(platform.owner, tenant.id, (manager) =>
      manager.query(`
        INSERT INTO rule_set (tenant_id, id, document_number, title, issued_on, valid_through, revision, parameters, state,
          in_force_from, plugins)
        SELECT tenant_id, gen_random_uuid(), '测工信发〔2025〕3号', title, '2025-01-01', valid_through, 1, '{}', 'inForce',
          '2025-01-01', '{"comprehensive": "7.0.0"}' FROM rule_set`),
    );
    const officer = callerOf(platform, tenant.tokens.provinceOfficer);
    const { body } = await officer.post('rating-runs', { year: 2025 }).expect(409);
    expect(body).toMatchObject({ code: 'ruleSet.pluginVersion', title: expect.stringContaining('7.0.0') });
  });
});
