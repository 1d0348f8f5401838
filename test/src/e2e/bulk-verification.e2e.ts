import { createCenter } from '../factories/center.factory.js';
import { createPerson } from '../factories/person.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';

interface Row {
  readonly id: string;
  readonly version: number;
}

describe('the verification of many records', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let centerId: string;
  let operator: Caller;
  let city: Caller;

  const record = async (title: string): Promise<Row> => {
    const body = { centerId, type: 'training', servedOn: '2025-04-24', title };
    const { id, version } = (await operator.post('service-records', body).expect(201)).body;
    return { id, version };
  };

  const verify = (items: readonly Row[], more: object = {}) =>
    city.post('service-records/verification', { verification: 'verified', items, ...more });

  const stateOf = async ({ id }: Row): Promise<string> =>
    (await operator.get(`service-records/${id}`).expect(200)).body.verification;

  beforeAll(async () => {
    platform = await startPlatform();
    tenant = await createTenant(platform.owner);
    centerId = await createCenter(platform.owner, tenant, { leadOrganizationId: tenant.organizationId });
    operator = callerOf(platform, tenant.tokens.centerOperator);
    city = callerOf(platform, tenant.tokens.cityOfficer);
  });

  afterAll(() => platform?.stop());

  it('takes all of them at once, each with its outcome', async () => {
    const items = [await record('甲'), await record('乙')];
    const { body } = await verify(items).expect(200);
    expect(body.items).toEqual(items.map(({ id }) => ({ id, isDone: true, version: 2, refusal: null })));
    expect(await Promise.all(items.map(stateOf))).toEqual(['verified', 'verified']);
  });

  it('changes nothing where one cannot be verified, and says of each why not', async () => {
    const [good, stale, gone] = [await record('丙'), await record('丁'), await record('戊')];
    await operator.patch(`service-records/${stale.id}`, { version: 1, change: { title: '丁（改）' } }).expect(200);
    await operator.post(`service-records/${gone.id}/void`, { version: 1, reason: '重复登记' }).expect(200);
    const nothing = { id: tenant.id, version: 1 };
    const { body } = await verify([good, stale, gone, nothing]).expect(422);
    expect(body.code).toBe('record.bulkRefused');
    expect(body.errors.map(({ field, rule }: { field: string; rule: string }) => `${field} ${rule}`)).toEqual([
      'items.1 conflict.stale',
      'items.2 record.void',
      'items.3 resource.notFound',
    ]);
    expect(await stateOf(good)).toBe('unverified');
    const partial = await verify([good, stale, gone, nothing], { isPartial: true }).expect(200);
    expect(partial.body.items.map(({ isDone }: { isDone: boolean }) => isDone)).toEqual([true, false, false, false]);
    expect(partial.body.items[1]).toMatchObject({ version: 2, refusal: { code: 'conflict.stale' } });
    expect(await Promise.all([good, stale].map(stateOf))).toEqual(['verified', 'unverified']);
  });

  it('counts one of two orders at once, and the other one is told', async () => {
    const items = [await record('己'), await record('庚')];
    const answers = await Promise.all([verify(items), verify([...items].reverse())]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    const refused = answers.find(({ status }) => status === 422)?.body;
    expect(refused.errors.map(({ rule }: { rule: string }) => rule)).toEqual(['conflict.stale', 'conflict.stale']);
  });

  it('is for the bureau of the region alone, of records once each', async () => {
    const item = await record('辛');
    await verify([item, item]).expect(422);
    await verify([]).expect(422);
    const order = { verification: 'verified', items: [item] };
    for (const who of ['centerOperator', 'provinceOfficer', 'auditor'] as const) {
      await callerOf(platform, tenant.tokens[who]).post('service-records/verification', order).expect(403);
    }
    const other = await createTenant(platform.owner);
    const stranger = callerOf(platform, other.tokens.cityOfficer);
    const { body } = await stranger.post('service-records/verification', order).expect(422);
    expect(body.errors[0].rule).toBe('resource.notFound');
  });

  it('is not for whoever belongs to the center', async () => {
    const item = await record('壬');
    const roles = { role: 'cityOfficer', regionId: tenant.regionId } as const;
    const person = await createPerson(platform.owner, tenant, roles);
    await platform.owner.transaction(async (manager) => {
      await manager.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenant.id]);
      await manager.query(
        `INSERT INTO account_role (tenant_id, id, account_id, role, organization_id, duties, granted_at)
         VALUES ($1, gen_random_uuid(), $2, 'expert', $3, '{}', now())`,
        [tenant.id, person.id, tenant.organizationId],
      );
    });
    const order = { verification: 'verified', items: [item] };
    const { body } = await callerOf(platform, person.token).post('service-records/verification', order).expect(422);
    expect(body.errors[0].rule).toBe('decision.ownOrganization');
  });
});
