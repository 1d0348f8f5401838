import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDataSource, PLATFORM_TENANT_ID } from '@shucu/database';
import { tenantTransaction } from '@shucu/tenancy';
import { createCenter, createServiceRecords } from '../factories/center.factory.js';
import { createOperator } from '../factories/operator.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform, until } from '../harness/platform.js';

const RECORDS = 200;

describe('kill -9 of the worker in the middle of an erasure', () => {
  let platform: TestPlatform;
  let operators: Caller[];

  beforeAll(async () => {
    platform = await startPlatform();
    operators = [];
    for (let n = 0; n < 2; n += 1) {
      operators.push(callerOf(platform, (await createOperator(platform.owner)).token));
    }
  });

  afterAll(() => platform?.stop());

  /** A suspended tenant with rows and a file, the erasure of which is confirmed. */
  const condemned = async (): Promise<{ tenant: TestTenant; orderId: string }> => {
    const [first, second] = operators as [Caller, Caller];
    const tenant = await createTenant(platform.owner);
    const center = await createCenter(platform.owner, tenant);
    await createServiceRecords(platform.owner, tenant, center, RECORDS, { type: 'training', servedOn: '2025-03-05' });
    const folder = join(platform.environment.FILES_DIR, tenant.id);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${'a'.repeat(64)}.pdf`), '文书');
    await first.post(`platform/tenants/${tenant.id}/suspension`, { reason: '退出平台' }).expect(200);
    const { code } = tenant;
    const { body } = await first.post(`platform/tenants/${tenant.id}/erasures`, { code }).expect(201);
    await second.post(`platform/orders/${body.id}/confirmation`, { code }).expect(202);
    return { tenant, orderId: body.id };
  };

  const startVictim = async (): Promise<ChildProcess> => {
    const { DATABASE_URL, FILES_DIR, SHUCU_SECRET_KEY } = platform.environment;
    const variables = { DATABASE_URL, FILES_DIR, SHUCU_SECRET_KEY, NODE_ENV: 'test', LOG_LEVEL: 'silent' };
    const victim = fork(new URL('./victim.js', import.meta.url), [], {
      env: { ...process.env, NODE_OPTIONS: '', ...variables },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      execArgv: [],
    });
    await once(victim, 'message');
    return victim;
  };

  const kill = async (victim: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    const ended = once(victim, 'exit');
    victim.kill(signal);
    await ended;
  };

  const rowsOf = async ({ id }: TestTenant): Promise<Record<string, number>> => {
    const counts: Record<string, number> = {};
    for (const table of ['service_record', 'center', 'account', 'audit_entry', 'region']) {
      const [{ count }] = await tenantTransaction(platform.owner, id, (manager) =>
        manager.query<[{ count: number }]>(`SELECT count(*)::int AS count FROM ${table} WHERE tenant_id = $1`, [id]),
      );
      counts[table] = count;
    }
    return counts;
  };

  const foldersOf = ({ id }: TestTenant): Promise<string[]> =>
    readdir(join(platform.environment.FILES_DIR, id)).catch(() => []);

  const isDone = async (orderId: string): Promise<boolean> =>
    (await operators[0]?.get(`platform/orders/${orderId}`))?.body.state === 'done';

  const isDeleting = async (): Promise<boolean> => {
    const [{ held }] = await platform.owner.query<[{ held: boolean }]>(
      `SELECT EXISTS (SELECT 1 FROM pg_locks WHERE relation = 'region'::regclass AND mode = 'RowExclusiveLock') AS held`,
    );
    return held;
  };

  it('leaves everything or nothing of the tenant, and is finished by the next worker', async () => {
    // Regions go last but a few: whoever waits there has deleted nearly everything.
    await platform.owner.query(`
      CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(1); RETURN OLD; END';
      CREATE TRIGGER dawdle BEFORE DELETE ON region FOR EACH ROW EXECUTE FUNCTION dawdle()`);
    const { tenant, orderId } = await condemned();
    const before = await rowsOf(tenant);
    expect(before).toMatchObject({ service_record: RECORDS, region: 1 });
    const victim = await startVictim();
    await until('the deletion under way', isDeleting, 60_000, 5);
    await kill(victim, 'SIGKILL');
    await until('the end of its connection', async () => !(await isDeleting()));
    expect(await rowsOf(tenant)).toEqual(before);
    expect(await foldersOf(tenant)).not.toEqual([]);
    await platform.owner.query('DROP TRIGGER dawdle ON region');
    const successor = await startVictim();
    await until('the erasure', () => isDone(orderId));
    await kill(successor, 'SIGTERM');
    expect(Object.values(await rowsOf(tenant))).toEqual([0, 0, 0, 0, 0]);
    expect(await foldersOf(tenant)).toEqual([]);
  }, 180_000);

  it('forgets no file where the worker died after the rows had gone', async () => {
    const { tenant, orderId } = await condemned();
    const application = await openDataSource({ url: platform.environment.DATABASE_URL, name: 'died', poolSize: 1 });
    await tenantTransaction(application, PLATFORM_TENANT_ID, (manager) =>
      manager.query('SELECT erase_tenant($1)', [orderId]),
    );
    await application.destroy();
    expect(await isDone(orderId)).toBe(false);
    expect(await foldersOf(tenant)).not.toEqual([]);
    const successor = await startVictim();
    await until('the erasure', () => isDone(orderId));
    await kill(successor, 'SIGTERM');
    expect(await foldersOf(tenant)).toEqual([]);
  }, 180_000);
});
