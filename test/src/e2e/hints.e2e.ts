import { insertRows } from '@shucu/database';
import { newId } from '@shucu/kernel';
import { tenantTransaction } from '@shucu/tenancy';
import { assignExpert } from '../factories/assignment.factory.js';
import { createCenter, createServiceRecords } from '../factories/center.factory.js';
import { creditCode } from '../factories/credit-codes.js';
import { createPerson } from '../factories/person.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';
import { uploadFile } from '../harness/upload.js';
import { createElsewhere } from '../isolation/elsewhere.js';

interface Hint {
  readonly kind: string;
  readonly texts: { readonly 'zh-CN': string; readonly en: string };
  readonly subject: { readonly id: string | null };
  readonly against: { readonly id: string | null; readonly centerId: string | null } | null;
}

const OTHERS = 'the name of a center that an official of another region may not be told';

describe('hints for officers', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let operator: Caller;
  let centerId: string;
  /** In another region. */
  let there: string;
  let strangers: { readonly caller: Caller; readonly token: string };

  const hintsFor = async (token: string, kind: string, center = centerId, year = 2025): Promise<Hint[]> => {
    const { body } = await callerOf(platform, token).get(`centers/${center}/hints?year=${year}`).expect(200);
    return body.items.filter((hint: Hint) => hint.kind === kind);
  };
  const upload = (name: string, content: string, token = tenant.tokens.centerOperator): Promise<string> =>
    uploadFile(platform, token, name, content);
  const cites = (fileId: string) => [{ kind: 'contract', title: '合同', fileId }];
  const record = (center: string, fileId?: string) => ({
    centerId: center,
    type: 'diagnosis',
    servedOn: '2025-04-24',
    title: '上门诊断',
    enterprise: creditCode(42),
    enterpriseName: '兰州某某机械有限公司',
    evidence: fileId ? cites(fileId) : [],
  });

  beforeAll(async () => {
    platform = await startPlatform();
    tenant = await createTenant(platform.owner);
    operator = callerOf(platform, tenant.tokens.centerOperator);
    centerId = await createCenter(platform.owner, tenant, { leadOrganizationId: tenant.organizationId });
    const elsewhere = await createElsewhere(platform, tenant);
    there = elsewhere.center;
    const human = { role: 'centerOperator', organizationId: elsewhere.organization } as const;
    const { token } = await createPerson(platform.owner, tenant, human);
    strangers = { token, caller: callerOf(platform, token) };
    await assignExpert(platform, tenant, centerId, 2025);
  });

  afterAll(() => platform?.stop());

  it('show the same content cited twice, by whatever name it came: another indicator, year or center', async () => {
    const [own, again, theirs] = [
      await upload('合同甲.txt', '同一份合同'),
      await upload('合同乙.txt', '同一份合同'),
      await upload('合同丙.txt', '同一份合同', strangers.token),
    ];
    await upload('未引用.txt', '同一份合同');
    const { body: first } = await operator
      .post('service-records', { ...record(centerId, own), title: '甲' })
      .expect(201);
    const resource = { centerId, kind: 'patent', acquiredOn: '2024-02-01', title: '专利', evidence: cites(again) };
    const { body: second } = await operator.post('resources', resource).expect(201);
    const { body: third } = await strangers.caller
      .post('service-records', { ...record(there, theirs), title: '丙' })
      .expect(201);
    const hints = await hintsFor(tenant.tokens.provinceOfficer, 'fileCitedTwice');
    expect(hints.map(({ subject }) => subject.id)).toEqual([first.id, first.id]);
    expect(hints.map(({ against }) => against?.id).sort()).toEqual([second.id, third.id].sort());
    expect(hints[0]?.texts['zh-CN']).toMatch(
      /^文件“合同甲.txt”（SHA-256 [0-9a-f]{8}…）同时用于.* 2025 年的服务记录（evidence）和/,
    );
    expect(hints[0]?.texts.en).toMatch(/please check/);
    const [narrow] = (await hintsFor(tenant.tokens.cityOfficer, 'fileCitedTwice')).filter(
      ({ against }) => !against?.id,
    );
    expect(narrow).toMatchObject({ subject: { id: first.id }, against: { id: null, centerId: null } });
    expect(narrow?.texts['zh-CN']).toMatch(/和其他材料，请核对/);
    // What a record no longer rests on is no matter.
    await strangers.caller.post(`service-records/${third.id}/void`, { version: 1, reason: '登记有误' }).expect(200);
    expect(await hintsFor(tenant.tokens.provinceOfficer, 'fileCitedTwice')).toHaveLength(1);
  });

  it('say no more of a draft than that there are other papers, and nothing of what examines the center', async () => {
    const fileId = await upload('方案.txt', '建设方案');
    const { body } = await operator.post('service-records', { ...record(centerId, fileId), title: '丁' }).expect(201);
    const cited = (kind: string) => ({
      ...{ tenant_id: tenant.id, id: newId(), file_id: fileId, subject_kind: kind, subject_id: newId(), place: '附件' },
      ...{ center_id: centerId, year: 2025, cited_by: tenant.accounts.centerOperator, cited_at: new Date() },
    });
    await tenantTransaction(platform.owner, tenant.id, (manager) =>
      insertRows(manager, 'evidence_citation', [cited('application'), cited('siteVisit')]),
    );
    const hints = await hintsFor(tenant.tokens.provinceOfficer, 'fileCitedTwice');
    const about = hints.filter(({ texts }) => texts['zh-CN'].includes('方案.txt'));
    expect(about).toMatchObject([
      { subject: { id: body.id }, against: { kind: 'application', id: null, place: null } },
    ]);
    expect(about[0]?.texts['zh-CN']).toMatch(/和其他材料，请核对/);
    await operator.post(`service-records/${body.id}/void`, { version: 1, reason: '登记有误' }).expect(200);
  });

  it('show a record that two centers claim, and name the other only to who may see it', async () => {
    const { body: own } = await operator.post('service-records', record(centerId)).expect(201);
    const { body: other } = await strangers.caller.post('service-records', record(there)).expect(201);
    const [hint] = await hintsFor(tenant.tokens.provinceOfficer, 'recordClaimedTwice');
    expect(hint).toMatchObject({ subject: { id: own.id }, against: { id: other.id, centerId: there } });
    const { name } = (await callerOf(platform, tenant.tokens.provinceOfficer).get(`centers/${there}`).expect(200)).body
      .center;
    expect(hint?.texts['zh-CN']).toContain(name);
    for (const token of [tenant.tokens.cityOfficer, tenant.tokens.expert]) {
      const [narrow] = await hintsFor(token, 'recordClaimedTwice');
      expect(narrow).toMatchObject({ subject: { id: own.id }, against: { id: null, centerId: null } });
      expect({ [OTHERS]: narrow?.texts['zh-CN'].includes(name) }).toEqual({ [OTHERS]: false });
      expect(narrow?.texts['zh-CN']).toContain('其他中心也有同一企业');
      await callerOf(platform, token).get(`centers/${there}/hints?year=2025`).expect(404);
    }
    await operator.get(`centers/${centerId}/hints?year=2025`).expect(403);
    await callerOf(platform, tenant.tokens.cityOfficer).get(`centers/${centerId}/hints`).expect(422);
  });

  it('show a credit code that cannot exist, however it came in', async () => {
    const bad = '91620100MA0000000X';
    await createServiceRecords(platform.owner, tenant, centerId, 1, {
      type: 'training',
      servedOn: '2025-05-06',
      enterprise: () => bad,
    });
    const hints = await hintsFor(tenant.tokens.cityOfficer, 'impossibleCode');
    expect(hints.map(({ texts }) => texts['zh-CN'])).toEqual([
      `“服务1”填写的统一社会信用代码 ${bad} 不可能存在（GB 32100 校验位不符），请核对企业。`,
    ]);
  });

  it('show a figure far from the center’s own past, with the rule and the numbers', async () => {
    const past = await createCenter(platform.owner, tenant);
    for (const [year, count] of [
      [2022, 3],
      [2023, 4],
      [2024, 5],
      [2025, 13],
    ] as const) {
      await createServiceRecords(platform.owner, tenant, past, count, { type: 'training', servedOn: `${year}-03-05` });
    }
    const texts = async (year: number): Promise<string[]> =>
      (await hintsFor(tenant.tokens.provinceOfficer, 'figureFarFromPast', past, year)).map(
        (hint) => hint.texts['zh-CN'],
      );
    const rule = '（规则：超过此前三年平均值的 3 倍或不足其 1/3 时提示），请核对。';
    expect(await texts(2025)).toEqual([
      `2025 年“服务人次”为 130，此前 3 年平均为 40，为其 3.3 倍${rule}`,
      `2025 年“服务记录数”为 13，此前 3 年平均为 4，为其 3.3 倍${rule}`,
    ]);
    // Not far enough, and too little of a past.
    expect(await texts(2024)).toEqual([]);
    expect(await texts(2023)).toEqual([]);
  });
});
