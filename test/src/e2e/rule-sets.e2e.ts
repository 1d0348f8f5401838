import { tenantTransaction } from '@shucu/tenancy';
import { createCenter, createServiceRecords } from '../factories/center.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform, until } from '../harness/platform.js';

const FORMER = { comprehensive: { bands: { excellent: 95, good: 10, pass: 1 } } };
/** Ten points from the scale of services to training. */
const WEIGHTS = { training: 14, serviceScale: 1, smeScale: 5 };
const DRAFT = {
  documentNumber: '测工信发〔2024〕1号',
  title: '测试省工业互联网数字化转型促进中心建设实施细则（修订）',
  issuedOn: '2025-01-01',
  validThrough: '2027-12-31',
  parameters: { missingOpinion: 'zero' },
  overrides: { comprehensive: { ...FORMER.comprehensive, weights: WEIGHTS } },
  articles: { 第十三条: '省工信厅对评价结果进行网上公示，公示期为5个工作日。' },
};
const REASON = '经试算，修订后的权重更能反映人才培养成效。';

interface Item {
  centerName: string;
  oldTotal: string;
  newTotal: string;
  oldGrade: string;
  newGrade: string;
  changed: boolean;
  reasons: { kind: string; text: string }[];
}

describe('the life of a rule set', () => {
  let platform: TestPlatform;
  let worker: { close(): Promise<void> };
  let tenant: TestTenant;
  let administrator: Caller;
  let officer: Caller;
  let runId: string;
  let draftId: string;

  beforeAll(async () => {
    platform = await startPlatform();
    worker = await platform.startWorker();
    tenant = await createTenant(platform.owner, FORMER);
    administrator = callerOf(platform, tenant.tokens.provinceAdministrator);
    officer = callerOf(platform, tenant.tokens.provinceOfficer);
    for (const [name, records] of [
      ['满额中心', 100],
      ['半额中心', 50],
      ['无培训中心', 0],
    ] as const) {
      const centerId = await createCenter(platform.owner, tenant, { name });
      await createServiceRecords(platform.owner, tenant, centerId, records, {
        type: 'training',
        servedOn: '2025-03-05',
      });
    }
    runId = await finalRun(2025);
  });

  afterAll(async () => {
    await worker?.close();
    await platform?.stop();
  });

  const versionOf = async (path: string): Promise<number> => (await officer.get(path).expect(200)).body.version;

  const finalRun = async (year: number): Promise<string> => {
    const { body } = await officer.post('rating-runs', { year }).expect(202);
    const path = `rating-runs/${body.id}`;
    await until('the computation', async () => (await officer.get(path)).body.computedAt !== null);
    const second = callerOf(platform, tenant.tokens.secondOfficer);
    await second.post(`${path}/review`, { version: await versionOf(path) }).expect(200);
    await officer.post(`${path}/finalisation`, { version: await versionOf(path) }).expect(200);
    return body.id;
  };

  const preview = async (year: number): Promise<{ id: string; items: Item[]; current: boolean; changed: number }> => {
    const path = `rule-sets/${draftId}/previews`;
    const { body: ordered } = await administrator.post(path, { year }).expect(202);
    const state = async () => (await officer.get(`${path}/${ordered.id}`).expect(200)).body;
    await until('the preview', async () => (await state()).preview.state === 'done');
    const { preview: done, items, current } = await state();
    return { id: ordered.id, items, current, changed: done.changed };
  };

  const enter = (body: object) =>
    administrator.post(`rule-sets/${draftId}/entry-into-force`, { reason: REASON, ...body });

  it('begins with a draft that the province alone sees', async () => {
    const wrong = { ...DRAFT, overrides: { comprehensive: { weights: { training: 14 } } } };
    expect((await administrator.post('rule-sets', wrong).expect(422)).body.errors[0].field).toBe(
      'overrides.comprehensive.weights',
    );
    await officer.post('rule-sets', DRAFT).expect(403);
    const { body } = await administrator.post('rule-sets', DRAFT).expect(201);
    expect(body).toMatchObject({ state: 'draft', revision: 2, version: 1, inForceFrom: null, plugins: {} });
    draftId = body.id;
    const operator = callerOf(platform, tenant.tokens.centerOperator);
    await operator.get(`rule-sets/${draftId}`).expect(404);
    expect((await operator.get('rule-sets').expect(200)).body.map(({ id }: { id: string }) => id)).toEqual([
      tenant.ruleSetId,
    ]);
    expect((await officer.get('rule-sets').expect(200)).body).toHaveLength(2);
  });

  it('lets one of two editors win, and tells the other what is different now', async () => {
    const edits = [7, 10].map((workingDays) =>
      administrator.patch(`rule-sets/${draftId}`, {
        version: 1,
        change: { parameters: { missingOpinion: 'zero', publicNotice: { workingDays } } },
      }),
    );
    const answers = await Promise.all(edits);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const kept = answers.find(({ status }) => status === 200)?.body.parameters.publicNotice.workingDays;
    const refused = answers.find(({ status }) => status === 409)?.body;
    expect(refused.code).toBe('conflict.stale');
    const messages = refused.errors.map(({ message }: { message: string }) => message);
    expect(messages[0]).toContain('修改草案');
    expect(messages).toContain(`公示期：现为 ${kept} 个工作日，您提交的是 ${kept === 7 ? 10 : 7} 个工作日`);
    const change = { validThrough: '2024-01-01' };
    await administrator.patch(`rule-sets/${draftId}`, { version: 2, change }).expect(422);
    await officer.patch(`rule-sets/${draftId}`, { version: 2, change: { title: '改名' } }).expect(403);
    const { body } = await administrator
      .patch(`rule-sets/${draftId}`, { version: 2, change: { parameters: { missingOpinion: 'zero' } } })
      .expect(200);
    expect(body.version).toBe(3);
  });

  it('is read as what it says otherwise than the one in force', async () => {
    const { body } = await officer.get(`rule-sets/${draftId}/differences?against=${tenant.ruleSetId}`).expect(200);
    expect(body.map(({ path, to }: { path: string; to: { 'zh-CN': string } }) => [path, to['zh-CN']])).toEqual([
      ['title', DRAFT.title],
      ['issuedOn', '2025-01-01'],
      ['overrides.comprehensive.weights.training', '14 分'],
      ['overrides.comprehensive.weights.serviceScale', '1 分'],
      ['overrides.comprehensive.weights.smeScale', '5 分'],
    ]);
  });

  it('is tried on a final year, center by center, with the cause of every change', async () => {
    await administrator.post(`rule-sets/${draftId}/previews`, { year: 2024 }).expect(409);
    await officer.post(`rule-sets/${draftId}/previews`, { year: 2025 }).expect(403);
    const { items, changed, current } = await preview(2025);
    expect({ changed, current }).toEqual({ changed: 2, current: true });
    const shown = items.map((item) => [item.centerName, item.oldTotal, item.newTotal, item.oldGrade, item.newGrade]);
    expect(shown.sort()).toEqual([
      ['半额中心', '2', '7', 'pass', 'pass'],
      ['无培训中心', '0', '0', 'fail', 'fail'],
      ['满额中心', '4', '14', 'pass', 'good'],
    ]);
    const full = items.find(({ centerName }) => centerName === '满额中心');
    expect(full?.reasons[0]?.text).toMatch(
      /^指标 \d+“人才实训培训”得分由 4 分变为 14 分（\+10），权重由 4 分调整为 14 分$/,
    );
    expect(full?.reasons.at(-1)).toMatchObject({ kind: 'grade', text: expect.stringContaining('等级由合格变为良好') });
    const none = items.find(({ centerName }) => centerName === '无培训中心');
    expect(none).toMatchObject({ changed: false });
  });

  it('comes into force only as it was looked at, once, within its validity', async () => {
    const outdated = await preview(2025);
    expect((await enter({ version: 3 }).expect(409)).body).toMatchObject({
      code: 'ruleSet.previewMissing',
      title: expect.stringContaining('2025'),
    });
    const change = { overrides: { comprehensive: { ...FORMER.comprehensive, weights: { ...WEIGHTS, events: 4 } } } };
    await administrator.patch(`rule-sets/${draftId}`, { version: 3, change }).expect(200);
    const old = await enter({ version: 4, previewId: outdated.id }).expect(409);
    expect(old.body.code).toBe('ruleSet.previewOutdated');
    const { id: previewId } = await preview(2025);
    const ahead = await enter({ version: 4, previewId, inForceFrom: '2027-12-30' }).expect(409);
    expect(ahead.body.code).toBe('ruleSet.ahead');
    expect((await enter({ version: 4, previewId, inForceFrom: '2024-12-31' }).expect(409)).body.code).toBe(
      'ruleSet.notInForce',
    );
    await enter({ version: 4, previewId, reason: ' ' }).expect(422);
    await officer.post(`rule-sets/${draftId}/entry-into-force`, { version: 4, previewId, reason: REASON }).expect(403);
    const answers = await Promise.all([1, 2].map(() => enter({ version: 4, previewId })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409)?.body;
    expect(refused.errors[0].message).toContain('provinceAdministrator：施行（现为“施行中”');
    const entered = answers.find(({ status }) => status === 200)?.body;
    expect(entered).toMatchObject({ state: 'inForce', version: 5, articles: DRAFT.articles });
    expect(entered.plugins).toMatchObject({ comprehensive: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
    const { body: due } = await administrator.get(`deadlines?subjectId=${draftId}`).expect(200);
    expect(due.items).toMatchObject([{ kind: 'ruleSet.validity', dueOn: '2027-12-31', article: '第二十条' }]);
    const { body: former } = await officer.get(`rule-sets/${tenant.ruleSetId}`).expect(200);
    expect(former).toMatchObject({ state: 'superseded', supersededBy: draftId, supersededOn: entered.inForceFrom });
  });

  it('is frozen then, by the database too, and the runs before it keep what they began under', async () => {
    const frozen = await administrator
      .patch(`rule-sets/${draftId}`, { version: 5, change: { title: '改名' } })
      .expect(409);
    expect(frozen.body.code).toBe('ruleSet.frozen');
    const tamper = (sql: string) => tenantTransaction(platform.owner, tenant.id, (manager) => manager.query(sql));
    await expect(tamper(`UPDATE rule_set SET overrides = '{}' WHERE state = 'inForce'`)).rejects.toThrow(
      /cannot be changed/,
    );
    await expect(tamper(`UPDATE rule_set SET state = 'draft' WHERE state = 'inForce'`)).rejects.toThrow();
    const [run] = await tamper(`SELECT rule_set_id AS rules FROM rating_run WHERE id = '${runId}'`);
    expect(run.rules).toBe(tenant.ruleSetId);
    const { body: ratings } = await officer.get('ratings?year=2025').expect(200);
    const grades = ratings.items.map(({ centerName, grade }: Record<string, string>) => [centerName, grade]);
    expect(Object.fromEntries(grades)).toEqual({ 满额中心: 'pass', 半额中心: 'pass', 无培训中心: 'fail' });
  });

  it('changes nothing for anybody where it says what the former one said', async () => {
    const { parameters, overrides } = (await officer.get(`rule-sets/${tenant.ruleSetId}`).expect(200)).body;
    draftId = (await administrator.post('rule-sets', { ...DRAFT, parameters, overrides }).expect(201)).body.id;
    const { items, changed } = await preview(2025);
    expect(changed).toBe(0);
    expect(items.map(({ reasons }) => reasons)).toEqual([[], [], []]);
  });
});
