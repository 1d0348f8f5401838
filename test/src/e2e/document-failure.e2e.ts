import { spawnSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { RENDER_DOCUMENT } from '@shucu/documents';
import { createCenter, createServiceRecords } from '../factories/center.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform, until } from '../harness/platform.js';
import { takeRunStep } from '../harness/steps.js';

const CLI = fileURLToPath(new URL('../../../apps/cli/dist/main.js', import.meta.url));

describe('a document that cannot be made', () => {
  let platform: TestPlatform;
  let worker: { close(): Promise<void> } | undefined;
  let tenant: TestTenant;
  let officer: Caller;
  let id: string;

  const document = async () => (await officer.get(`documents/${id}`).expect(200)).body;

  const renderAgain = () => {
    const { DATABASE_URL, FILES_DIR } = platform.environment;
    const env = { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'test', DATABASE_URL, FILES_DIR };
    const command = [CLI, 'document', 'render', id, '--tenant', tenant.code];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { env });
    return { status, output: `${stdout}${stderr}` };
  };

  const act = (sql: string, values: unknown[] = []) =>
    platform.owner.transaction(async (manager) => {
      await manager.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenant.id]);
      await manager.query(sql, values);
    });

  /** A disk that is gone: where the directory was, there is a file. */
  const breakDisk = async () => {
    await rm(platform.environment.FILES_DIR, { recursive: true });
    await writeFile(platform.environment.FILES_DIR, '');
  };

  const repairDisk = async () => {
    await rm(platform.environment.FILES_DIR);
    await mkdir(platform.environment.FILES_DIR);
  };

  beforeAll(async () => {
    platform = await startPlatform();
    worker = await platform.startWorker();
    tenant = await createTenant(platform.owner, { comprehensive: { bands: { excellent: 95, good: 80, pass: 1 } } });
    officer = callerOf(platform, tenant.tokens.provinceOfficer);
    const centerId = await createCenter(platform.owner, tenant);
    await createServiceRecords(platform.owner, tenant, centerId, 37, { type: 'training', servedOn: '2025-03-05' });
    const { body: run } = await officer.post('rating-runs', { year: 2025 }).expect(202);
    await until('the computation', async () => (await officer.get(`rating-runs/${run.id}`)).body.computedAt !== null);
    await breakDisk();
    await takeRunStep(callerOf(platform, tenant.tokens.secondOfficer), run.id, 'review');
    await takeRunStep(officer, run.id, 'finalisation');
    await until('the report', async () => {
      const [report] = (await officer.get('documents')).body.items;
      id = report?.id;
      return report !== undefined;
    });
  });

  afterAll(async () => {
    await worker?.close();
    await platform?.stop();
  });

  it('is tried as often as the job says, then has failed, with a reason that quotes nothing', async () => {
    expect((await document()).state).toBe('pending');
    // All but the last two tries are taken as done: they only differ in how long they wait.
    const done = RENDER_DOCUMENT.attempts - 2;
    await act(`UPDATE outbox SET attempts = greatest(attempts, $2) WHERE job = $1 AND done_at IS NULL`, [
      RENDER_DOCUMENT.name,
      done,
    ]);
    await until('the failure', async () => (await document()).state !== 'pending', 45_000);
    const { state, error } = await document();
    expect({ state, error }).toEqual({
      state: 'failed',
      error: expect.stringMatching(/^生成失败，已尝试 5 次（Error ENOTDIR.*）；排除故障后可以重新生成$/),
    });
    expect(error).not.toContain(platform.environment.FILES_DIR);
  });

  it('is made again on demand, once', async () => {
    await repairDisk();
    const before = await document();
    await worker?.close();
    worker = undefined;
    expect(renderAgain()).toEqual({ status: 0, output: `${id} ${before.number}: queued\n` });
    expect(await document()).toMatchObject({ state: 'pending', error: null, renderedAt: null });
    expect(renderAgain()).toEqual({ status: 1, output: expect.stringContaining('is pending') });
    worker = await platform.startWorker();
    await until('the document', async () => (await document()).state === 'ready');
    expect(await document()).toMatchObject({ number: before.number, dataHash: before.dataHash, error: null });
    await officer.get(`documents/${id}/content/pdf`).expect(200);
    expect(renderAgain()).toEqual({ status: 1, output: expect.stringContaining('is ready') });
  });
});
