import { readdir } from 'node:fs/promises';
import { openDataSource, PLATFORM_TENANT_ID } from '@shucu/database';
import { tenantTransaction } from '@shucu/tenancy';
import { createOperator } from '../factories/operator.factory.js';
import { PASSWORD } from '../factories/password.factory.js';
import { Browser } from '../harness/browser.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform, until } from '../harness/platform.js';
import { createWorld, type World } from '../isolation/world.js';

describe('the erasure of a tenant', () => {
  let platform: TestPlatform;
  let worker: { close(): Promise<void> };
  let first: Caller;
  let second: Caller;
  let kept: World;
  let erased: World;

  const tenantPath = (rest: string): string => `platform/tenants/${erased.tenant.id}/${rest}`;
  const code = (): { code: string } => ({ code: erased.tenant.code });

  const order = async (): Promise<string> => (await first.post(tenantPath('erasures'), code()).expect(201)).body.id;

  let centers: { erased: number; kept: number };
  const centersOf = ({ tenant }: World): Promise<unknown[]> =>
    tenantTransaction(platform.owner, tenant.id, (manager) => manager.query('SELECT id FROM center'));

  beforeAll(async () => {
    platform = await startPlatform();
    worker = await platform.startWorker();
    first = callerOf(platform, (await createOperator(platform.owner)).token);
    second = callerOf(platform, (await createOperator(platform.owner)).token);
    [kept, erased] = [await createWorld(platform), await createWorld(platform)];
  }, 300_000);

  afterAll(async () => {
    await worker?.close();
    await platform?.stop();
  });

  it('is ordered for a suspended tenant alone, with its code typed again', async () => {
    expect((await first.post(tenantPath('erasures'), code()).expect(409)).body.code).toBe('tenant.status');
    await first.post(tenantPath('suspension'), { reason: '退出平台' }).expect(200);
    const { body } = await first.post(tenantPath('erasures'), { code: kept.tenant.code }).expect(422);
    expect(body.code).toBe('tenant.codeMismatch');
  });

  it('needs a second operator, keeps the tenant from being resumed, and can be withdrawn until then', async () => {
    const id = await order();
    expect((await first.post(`platform/orders/${id}/confirmation`, code()).expect(403)).body.code).toBe(
      'tenant.ownOrder',
    );
    const mistyped = await second.post(`platform/orders/${id}/confirmation`, { code: 'another' }).expect(422);
    expect(mistyped.body.code).toBe('tenant.codeMismatch');
    expect((await second.post(tenantPath('erasures'), code()).expect(409)).body.code).toBe('tenant.orderOpen');
    expect((await second.post(tenantPath('resumption')).expect(409)).body.code).toBe('tenant.erasureOrdered');
    await first.post(`platform/orders/${id}/withdrawal`).expect(200);
    expect((await second.post(`platform/orders/${id}/confirmation`, code()).expect(409)).body.code).toBe(
      'tenant.orderState',
    );
    await first.post(tenantPath('resumption')).expect(200);
    centers = { erased: (await centersOf(erased)).length, kept: (await centersOf(kept)).length };
    expect(centers.erased).toBeGreaterThan(0);
    await first.post(tenantPath('suspension'), { reason: '退出平台' }).expect(200);
  });

  it('is not confirmed by who could be the one who ordered it, with an account that was just invited', async () => {
    const id = await order();
    const sent = { login: 'straw', displayName: '替身', roles: [{ role: 'platformOperator' }] };
    const { link } = (await first.post('accounts', sent).expect(201)).body;
    const straw = new Browser(platform);
    await straw.post('tenants/platform/links/acceptance', { token: link.token, password: PASSWORD });
    await straw.signIn('platform', sent.login, PASSWORD);
    const { status, body } = await straw.post(`platform/orders/${id}/confirmation`, code());
    expect([status, body.code]).toEqual([403, 'tenant.freshOperator']);
    await first.post(`platform/orders/${id}/withdrawal`).expect(200);
    const ofStraw = (await straw.post(tenantPath('erasures'), code())).body.id;
    const mirrored = await second.post(`platform/orders/${ofStraw}/confirmation`, code()).expect(403);
    expect(mirrored.body.code).toBe('tenant.freshOperator');
    await second.post(`platform/orders/${ofStraw}/withdrawal`).expect(200);
  });

  it('waits for what was begun before it was confirmed', async () => {
    const id = await order();
    const elder = await openDataSource({ url: platform.environment.DATABASE_URL, name: 'elder', poolSize: 1 });
    await elder.transaction(async (manager) => {
      await manager.query('SELECT 1');
      await second.post(`platform/orders/${id}/confirmation`, code()).expect(202);
      await until('the first try', async () => {
        const rows = await tenantTransaction(platform.owner, PLATFORM_TENANT_ID, (inner) =>
          inner.query<unknown[]>(`SELECT 1 FROM outbox WHERE job = 'tenants.erase' AND attempts > 0`),
        );
        return rows.length > 0;
      });
      expect(await centersOf(erased)).not.toEqual([]);
    });
    await elder.destroy();
    await until('the erasure', async () => (await first.get(`platform/orders/${id}`)).body.state === 'done');
    const { body } = await first.get(`platform/orders/${id}`).expect(200);
    expect(body.result.rows).toMatchObject({ center: centers.erased, rating: expect.any(Number) });
  }, 300_000);

  it('leaves neither a row nor a file, and a code that is never given again', async () => {
    expect(await centersOf(erased)).toEqual([]);
    const folders = await readdir(platform.environment.FILES_DIR);
    expect(folders).toContain(kept.tenant.id);
    expect(folders).not.toContain(erased.tenant.id);
    expect((await first.get(`platform/tenants/${erased.tenant.id}`).expect(200)).body.status).toBe('erased');
    for (const [path, body] of [
      ['resumption', {}],
      ['suspension', { reason: '再次' }],
      ['erasures', code()],
    ] as const) {
      await first.post(tenantPath(path), body).expect(409);
    }
    await callerOf(platform, erased.tenant.tokens.auditor).get('organizations').expect(401);
    const again = {
      ...{ ...code(), name: '新省', department: '新省工业和信息化厅', documentPrefix: '新工信发' },
      administrator: { login: 'first', displayName: '马六' },
    };
    expect((await first.post('platform/tenants', again).expect(409)).body.code).toBe('tenant.codeTaken');
  });

  it('leaves every other tenant as it was', async () => {
    expect(await centersOf(kept)).toHaveLength(centers.kept);
    await kept.as('provinceOfficer').get(`documents/${kept.ids.document}/content/pdf`).expect(200);
  });
});
