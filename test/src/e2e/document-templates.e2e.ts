import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { DOCUMENT_KINDS } from '@shucu/documents';
import { createCenter, createServiceRecords } from '../factories/center.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform, until } from '../harness/platform.js';
import { untilComputed } from '../isolation/world.js';

const CLI = fileURLToPath(new URL('../../../apps/cli/dist/main.js', import.meta.url));

const REPORT = '{{> platform/report-cover}}\n<p>本省自定格式：{{center.name}}得{{totalScore total}}分。</p>\n';
const draft = (source = REPORT) => ({ kind: 'ratingReport', source });

describe('templates of a tenant', () => {
  let platform: TestPlatform;
  let worker: { close(): Promise<void> };
  let tenant: TestTenant;
  let administrator: Caller;
  let officer: Caller;

  const as = (who: keyof TestTenant['tokens']): Caller => callerOf(platform, tenant.tokens[who]);
  const create = async (source?: string) =>
    (await administrator.post('document-templates', draft(source)).expect(201)).body;
  const enter = (id: string, version: number) =>
    administrator.post(`document-templates/${id}/entry-into-force`, { version });

  /** The rating report of a year, once it is made. */
  const reportOf = async (year: number) => {
    const { body: run } = await officer.post('rating-runs', { year }).expect(202);
    await untilComputed(officer, run.id);
    for (const [step, caller] of [
      ['review', as('secondOfficer')],
      ['finalisation', officer],
    ] as const) {
      const { version } = (await officer.get(`rating-runs/${run.id}`).expect(200)).body;
      await caller.post(`rating-runs/${run.id}/${step}`, { version }).expect(200);
    }
    let report: { id: string; state: string; template: string; templateVersion: string } | undefined;
    await until('the report', async () => {
      const { items } = (await officer.get('documents?kind=ratingReport')).body;
      report = items.find(({ title }: { title: string }) => title.includes(String(year)));
      return report !== undefined && report.state !== 'pending';
    });
    return report;
  };

  const verify = (id: string) => {
    const { DATABASE_URL, FILES_DIR } = platform.environment;
    const env = { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'test', DATABASE_URL, FILES_DIR };
    const command = [CLI, 'document', 'verify', id, '--tenant', tenant.code];
    const { stdout, stderr } = spawnSync(process.execPath, command, { env });
    return `${stdout}${stderr}`;
  };

  beforeAll(async () => {
    platform = await startPlatform();
    worker = await platform.startWorker();
  });

  beforeEach(async () => {
    tenant = await createTenant(platform.owner, { comprehensive: { bands: { excellent: 95, good: 80, pass: 1 } } });
    administrator = as('provinceAdministrator');
    officer = as('provinceOfficer');
  });

  afterAll(async () => {
    await worker?.close();
    await platform?.stop();
  });

  it('are told whose is used, with the fields of every kind', async () => {
    const { body: kinds } = await officer.get('document-kinds').expect(200);
    expect(kinds.map(({ kind }: { kind: string }) => kind)).toEqual(DOCUMENT_KINDS);
    const of = (kind: string) => kinds.find((one: { kind: string }) => one.kind === kind);
    expect(of('publicNotice')).toMatchObject({
      title: { 'zh-CN': '公示', en: 'Public notice' },
      layout: 'official',
      fields: { type: 'object', properties: { period: { type: 'object' } } },
      templates: expect.arrayContaining([{ category: null, template: 'platform', templateVersion: '0.1.0' }]),
    });
    expect(of('ratingReport').templates).toContainEqual(
      expect.objectContaining({ category: 'industry', template: 'industry' }),
    );
    for (const who of ['cityOfficer', 'centerOperator', 'expert'] as const) {
      await as(who).get('document-kinds').expect(403);
      await as(who).get('document-templates').expect(403);
    }
  });

  it('are refused with every fault and its line, and written by the administrator alone', async () => {
    const source = '<h1>{{nmae}}</h1>\n{{#each indicators}}\n<p>{{titel}}</p>\n{{/each}}\n<p>{{center}}</p>';
    const { body } = await administrator.post('document-templates', draft(source)).expect(422);
    expect(body.code).toBe('document.template');
    expect(body.errors.map(({ message }: { message: string }) => message)).toEqual([
      expect.stringContaining('第 1 行：没有字段 nmae'),
      expect.stringContaining('第 3 行：没有字段 titel'),
      expect.stringContaining('第 5 行：字段 center 不是单个值'),
    ]);
    await administrator.post('document-templates', draft('{{#if year}}')).expect(422);
    await administrator.post('document-templates', { ...draft(), kind: 'poem' }).expect(422);
    for (const who of ['provinceOfficer', 'auditor', 'cityOfficer', 'centerOperator', 'expert'] as const) {
      await as(who).post('document-templates', draft()).expect(403);
    }
  });

  it('are looked at over an invented case, and do not come into force when nothing comes out', async () => {
    const good = await create();
    const html = await officer.post(`document-templates/${good.id}/preview`, { form: 'html' }).expect(200);
    expect(html.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(html.text).toContain('本省自定格式：');
    const pdf = await officer.post(`document-templates/${good.id}/preview`, { form: 'pdf' }).expect(200);
    expect(pdf.body.subarray(0, 5).toString()).toBe('%PDF-');
    const bad = await create('<h1>{{center.name}}</h1>\n<script>1</script>');
    for (const answer of [
      await officer.post(`document-templates/${bad.id}/preview`, { form: 'html' }),
      await enter(bad.id, 1),
    ]) {
      expect(answer.status).toBe(422);
      expect(answer.body.title).toContain('输出第 2 行：不允许元素 <script>');
    }
    await as('provinceOfficer').post(`document-templates/${good.id}/entry-into-force`, { version: 1 }).expect(403);
  });

  it('are changed as long as they are drafts, by one of two who do so at once', async () => {
    const { id } = await create();
    const change = (source: string) => administrator.patch(`document-templates/${id}`, { version: 1, source });
    const answers = await Promise.all([change(`${REPORT}<p>甲</p>`), change(`${REPORT}<p>乙</p>`)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409)?.body;
    expect(refused).toMatchObject({ code: 'conflict.stale', errors: [expect.objectContaining({ field: 'version' })] });
    const entries = await Promise.all([enter(id, 2), enter(id, 2)]);
    expect(entries.map(({ status }) => status).sort()).toEqual([200, 409]);
    const late = await administrator.patch(`document-templates/${id}`, { version: 3, source: REPORT }).expect(409);
    expect(late.body.code).toBe('workflow.notPossible');
  });

  it('are used from then on, while documents that have their number keep theirs', async () => {
    const centerId = await createCenter(platform.owner, tenant);
    for (const servedOn of ['2024-03-05', '2025-03-05']) {
      await createServiceRecords(platform.owner, tenant, centerId, 3, { type: 'training', servedOn });
    }
    const before = await reportOf(2024);
    expect(before).toMatchObject({ state: 'ready', template: 'comprehensive' });
    const first = await create();
    const second = await create(`${REPORT}<p>第二版。</p>`);
    expect([first.number, second.number]).toEqual([1, 2]);
    await enter(first.id, 1).expect(200);
    await enter(second.id, 1).expect(200);
    const states = (await officer.get('document-templates?kind=ratingReport')).body.items;
    expect(states.map(({ state }: { state: string }) => state)).toEqual(['inForce', 'retired']);
    const after = await reportOf(2025);
    expect(after).toMatchObject({ state: 'ready', template: `tenant:${second.id}`, templateVersion: '2' });
    const { text } = await officer.get(`documents/${after?.id}/content/html`).buffer(true).expect(200);
    expect(text).toContain('第二版。');
    expect(verify(before?.id ?? '')).toMatch(/: identical\n$/);
    await administrator.post(`document-templates/${second.id}/retirement`, { version: 2 }).expect(200);
    const { body: kinds } = await officer.get('document-kinds').expect(200);
    expect(kinds.find(({ kind }: { kind: string }) => kind === 'ratingReport').templates).toContainEqual(
      expect.objectContaining({ category: null, template: 'platform' }),
    );
  }, 120_000);
});
