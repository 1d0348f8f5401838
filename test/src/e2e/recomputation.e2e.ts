import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createCenter, createServiceRecords } from '../factories/center.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform, until } from '../harness/platform.js';
import { takeRunStep } from '../harness/steps.js';

const CLI = fileURLToPath(new URL('../../../apps/cli/dist/main.js', import.meta.url));

describe('what is stored comes out again', () => {
  let platform: TestPlatform;
  let worker: { close(): Promise<void> };
  let tenant: TestTenant;
  let officer: Caller;

  const shucu = (...args: string[]) => {
    const { DATABASE_URL, FILES_DIR } = platform.environment;
    const env = { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'test', DATABASE_URL, FILES_DIR };
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args, '--tenant', tenant.code], { env });
    return { status, output: `${stdout}${stderr}` };
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
    await takeRunStep(callerOf(platform, tenant.tokens.secondOfficer), run.id, 'review');
    await takeRunStep(officer, run.id, 'finalisation');
    await until('the report', async () => (await officer.get('documents')).body.items[0]?.state === 'ready');
  });

  afterAll(async () => {
    await worker?.close();
    await platform?.stop();
  });

  it('a rating, from its frozen inputs, even after its records changed; and a tampered one is found', async () => {
    const { body } = await officer.get('ratings').expect(200);
    const [rating] = body.items;
    expect(rating.grade).toBe('pass');
    const act = (sql: string) =>
      platform.owner.transaction(async (manager) => {
        await manager.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenant.id]);
        await manager.query(sql);
      });
    await act(`UPDATE service_record SET headcount = 1`);
    expect(shucu('rating', 'recompute', rating.id)).toEqual({
      status: 0,
      output: expect.stringContaining(': identical'),
    });
    expect(shucu('rating', 'recompute', rating.runId, '--run').status).toBe(0);
    await act('ALTER TABLE rating DISABLE TRIGGER final_rating_stays');
    await act(`UPDATE rating SET inputs = jsonb_set(inputs, '{measures,trainees}', '"9999"')`);
    const tampered = shucu('rating', 'recompute', rating.id);
    expect(tampered).toEqual({ status: 1, output: expect.stringMatching(/NOT identical \(inputs: .*total: stored/) });
  });

  it('a document, as the same HTML, from its stored data and template', async () => {
    const { body } = await officer.get('documents').expect(200);
    const [report] = body.items;
    expect(shucu('document', 'verify', report.id)).toEqual({ status: 0, output: expect.stringContaining('identical') });
    const { text: html } = await officer.get(`documents/${report.id}/content/html`).expect(200);
    expect(html).toContain('lang="zh-CN"');
  });

  it('says clearly that an id or a tenant is unknown', () => {
    const unknown = shucu('rating', 'recompute', '01a00000-0000-7000-8000-000000000000');
    expect(unknown.status).toBe(1);
    expect(unknown.output).toMatch(/未找到|Not found/);
  });
});
