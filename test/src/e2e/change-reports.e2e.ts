import { setStatutoryClock } from '@shucu/database';
import { tenantTransaction } from '@shucu/tenancy';
import { createCenter } from '../factories/center.factory.js';
import { creditCode } from '../factories/credit-codes.js';
import { createEvidenceFile } from '../factories/evidence-file.factory.js';
import { createOfficial } from '../factories/official.factory.js';
import { createPerson } from '../factories/person.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform, until } from '../harness/platform.js';

const OLD_NAME = '测试数字科技有限公司';
const REASON = { reason: '材料属实。' };

describe('a change', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let worker: { close(): Promise<void> };
  let centerId: string;
  let leadId: string;
  let evidence: string[];
  let operator: Caller;
  let officer: Caller;
  let second: Caller;

  const clock = (instant: string): Promise<void> => setStatutoryClock(platform.owner, instant);

  const report = (kind: string, effectiveOn: string, content: object) => ({
    ...{ centerId, kind, effectiveOn, content, evidence },
    description: '见登记机关变更通知书。',
  });

  /** Begins and files a report; gives its path and version. */
  const filed = async (kind: string, effectiveOn: string, content: object) => {
    const { body } = await operator.post('change-reports', report(kind, effectiveOn, content)).expect(201);
    const path = `change-reports/${body.id}`;
    const answer = await operator.post(`${path}/filing`, { version: body.version }).expect(200);
    return { path, report: answer.body, version: answer.body.version as number };
  };

  const approved = async (kind: string, effectiveOn: string, content: object) => {
    const { path, version } = await filed(kind, effectiveOn, content);
    return (await officer.post(`${path}/approval`, { version, ...REASON }).expect(200)).body;
  };

  const on = async (day: string) => (await officer.get(`centers/${centerId}/history?on=${day}`).expect(200)).body;

  beforeAll(async () => {
    platform = await startPlatform();
    tenant = await createTenant(platform.owner);
    leadId = tenant.organizationId;
    operator = callerOf(platform, tenant.tokens.centerOperator);
    officer = callerOf(platform, tenant.tokens.provinceOfficer);
    second = callerOf(platform, tenant.tokens.secondOfficer);
    await clock('2026-02-20T09:00:00+08:00');
    centerId = await createCenter(platform.owner, tenant, { leadOrganizationId: leadId });
    const uploader = { uploadedBy: tenant.accounts.centerOperator, organizationId: leadId };
    evidence = [await createEvidenceFile(platform.owner, tenant, uploader)];
    worker = await platform.startWorker();
  });

  afterAll(async () => {
    await worker?.close();
    await platform?.stop();
  });

  it('is due within a month by the Civil Code, and refused before it has happened', async () => {
    const content = { organizationId: leadId, name: '测试数字科技股份有限公司' };
    const { body } = await operator
      .post('change-reports', report('organizationRename', '2026-01-31', content))
      .expect(201);
    expect(body).toMatchObject({ state: 'draft', dueOn: '2026-02-28', daysLate: null });
    expect(body.arithmetic).toContain('2026-02-28');
    const future = await operator
      .post('change-reports', report('organizationRename', '2026-03-31', content))
      .expect(422);
    expect(future.body.code).toBe('change.future');
    await operator.post(`change-reports/${body.id}/withdrawal`, { version: 1, reason: '重复填报' }).expect(200);
  });

  it('names every field that is missing or has no place', async () => {
    const wrong = report('memberLeaves', '2026-02-01', { name: '甲' });
    const { body } = await operator.post('change-reports', wrong).expect(422);
    expect(body.errors.map(({ field, rule }: { field: string; rule: string }) => `${field}:${rule}`)).toEqual([
      'content.organizationId:required',
      'content.name:absent',
    ]);
    const stranger = await officer
      .post('organizations', {
        creditCode: creditCode(501),
        name: '外单位',
        kind: 'enterprise',
        regionId: tenant.regionId,
      })
      .expect(201);
    await operator
      .post('change-reports', report('memberLeaves', '2026-02-01', { organizationId: stranger.body.id }))
      .expect(422);
  });

  it('needs its evidence, the right people and somebody else to decide', async () => {
    const content = { organizationId: leadId, legalRepresentative: '周立' };
    const bare = { ...report('legalRepresentative', '2026-02-10', content), evidence: [] };
    const { body } = await operator.post('change-reports', bare).expect(201);
    const path = `change-reports/${body.id}`;
    const refused = await operator.post(`${path}/filing`, { version: 1 }).expect(422);
    expect(refused.body.code).toBe('change.noEvidence');
    await officer.post(`${path}/filing`, { version: 1 }).expect(403);
    await operator.patch(path, { version: 1, change: { evidence } }).expect(200);
    await operator.post(`${path}/filing`, { version: 2 }).expect(200);
    await operator.post(`${path}/approval`, { version: 3, ...REASON }).expect(403);
    await officer.post(`${path}/approval`, { version: 3, reason: '' }).expect(422);
    const city = callerOf(platform, tenant.tokens.cityOfficer);
    await city.post(`${path}/approval`, { version: 3, ...REASON }).expect(403);
    await city.get(path).expect(200);
    const roles = [{ role: 'provinceOfficer' }, { role: 'expert', organizationId: leadId }] as const;
    const { browser } = await createOfficial(platform, tenant, roles);
    const own = await browser.post(`${path}/approval`, { version: 3, ...REASON });
    expect(own.status).toBe(403);
    expect(own.body.code).toBe('decision.ownOrganization');
  });

  it('is returned with remarks, corrected and filed again; a stale hand is told what differs', async () => {
    const { path, version } = await filed('centerRename', '2026-02-12', { name: '旧写法中心' });
    const remarks = [{ field: 'name', remark: '与批复不一致' }];
    await officer.post(`${path}/return`, { version, reason: '名称有误', remarks }).expect(200);
    const change = { content: { name: '新写法中心' } };
    await operator.patch(path, { version: version + 1, change }).expect(200);
    const { body } = await operator
      .patch(path, { version: version + 1, change: { description: '另一稿' } })
      .expect(409);
    expect(body.errors).toEqual([expect.objectContaining({ field: 'change.description' })]);
    await operator.post(`${path}/filing`, { version: version + 2 }).expect(200);
    await officer.post(`${path}/refusal`, { version: version + 3, reason: '未经批准更名' }).expect(200);
    expect((await on('2026-02-20')).name).not.toBe('新写法中心');
  });

  it('is approved once of two at once; the other one is told who was first', async () => {
    const content = { organizationId: leadId, name: '测试数字科技股份有限公司' };
    const { path, version, report: found } = await filed('organizationRename', '2026-01-10', content);
    // 10 February was the last day, ten days before.
    expect(found).toMatchObject({ dueOn: '2026-02-10', daysLate: 10 });
    const answers = await Promise.all(
      [officer, second].map((who) => who.post(`${path}/approval`, { version, ...REASON })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const other = answers.find(({ status }) => status === 409)?.body;
    expect(other).toMatchObject({ code: 'conflict.stale' });
    expect(other.errors[0].message).toContain('准予备案');
    expect(await on('2026-01-09')).toMatchObject({ lead: { name: OLD_NAME } });
    expect(await on('2026-01-10')).toMatchObject({ lead: { name: content.name } });
    await until('the notice', async () => {
      const { items } = (await operator.get('documents?kind=changeApproval').expect(200)).body;
      return items.length === 1 && items[0].state === 'ready';
    });
  });

  it('may come to light after a later one: each day keeps its own name', async () => {
    await approved('organizationRename', '2026-01-05', { organizationId: leadId, name: '过渡名称有限公司' });
    expect((await on('2026-01-04')).lead.name).toBe(OLD_NAME);
    expect((await on('2026-01-05')).lead.name).toBe('过渡名称有限公司');
    expect((await on('2026-01-10')).lead.name).toBe('测试数字科技股份有限公司');
    const content = { organizationId: leadId, name: '同日又改有限公司' };
    const { path, version } = await filed('organizationRename', '2026-01-10', content);
    const { body } = await officer.post(`${path}/approval`, { version, ...REASON }).expect(409);
    expect(body.code).toBe('change.sameDay');
    await operator.get(path).expect(200);
  });

  it('lets members come and go, each for their days', async () => {
    const party = { creditCode: creditCode(502), name: '成员单位', kind: 'university' };
    await approved('memberJoins', '2026-01-15', { party, region: '兰州市' });
    const member = (await on('2026-01-15')).members[0];
    expect(member).toMatchObject({ name: '成员单位', creditCode: party.creditCode });
    expect((await on('2026-01-14')).members).toEqual([]);
    await approved('memberLeaves', '2026-02-01', { organizationId: member.id });
    expect((await on('2026-01-31')).members).toHaveLength(1);
    expect((await on('2026-02-01')).members).toEqual([]);
    const lead = await filed('memberLeaves', '2026-02-02', { organizationId: leadId });
    const { body } = await officer.post(`${lead.path}/approval`, { version: lead.version, ...REASON }).expect(409);
    expect(body.code).toBe('change.leadLeaves');
  });

  it('moves center and bureau where the lead has moved', async () => {
    const content = { organizationId: leadId, address: '兰州市城关区一号', region: '兰州市' };
    const { outcome } = await approved('relocation', '2026-02-03', content);
    expect(outcome.items).toEqual([expect.objectContaining({ before: '（未登记）', after: content.address })]);
    expect((await on('2026-02-03')).lead.address).toBe(content.address);
    expect((await on('2026-02-02')).lead.address).toBeNull();
  });

  it('puts the heir in the place of a merged lead: the center keeps its record, and a ban follows', async () => {
    await tenantTransaction(platform.owner, tenant.id, (manager) =>
      manager.query(`UPDATE organization SET banned_through = '2027-05-01' WHERE tenant_id = $1 AND id = $2`, [
        tenant.id,
        leadId,
      ]),
    );
    const taken = await createCenter(platform.owner, tenant);
    const { lead: busy } = (await officer.get(`centers/${taken}`).expect(200)).body;
    const busyParty = { creditCode: busy.creditCode, name: busy.name, kind: 'enterprise' };
    const content = { organizationId: leadId, region: '兰州市' };
    const refused = await filed('merger', '2026-02-04', { ...content, party: busyParty });
    const answer = await officer.post(`${refused.path}/approval`, { version: refused.version, ...REASON });
    expect(answer).toMatchObject({ status: 409, body: { code: 'center.leadTaken' } });

    const party = { creditCode: creditCode(503), name: '合并后集团有限公司', kind: 'enterprise' };
    const { outcome } = await approved('merger', '2026-02-05', { ...content, party });
    expect(outcome.consequences.join('')).toContain('2027年5月1日');
    const { center, lead } = (await officer.get(`centers/${centerId}`).expect(200)).body;
    expect(lead).toMatchObject({ name: party.name, bannedThrough: '2027-05-01' });
    expect(center.id).toBe(centerId);
    expect((await on('2026-02-04')).lead.id).toBe(leadId);
    expect((await on('2026-02-05')).lead.name).toBe(party.name);
    await operator.get(`centers/${centerId}`).expect(404);
    const heirs = { role: 'centerOperator', organizationId: lead.id } as const;
    const heir = callerOf(platform, (await createPerson(platform.owner, tenant, heirs)).token);
    expect((await heir.get('change-reports?limit=100').expect(200)).body.items.length).toBeGreaterThan(5);
    expect((await heir.get('deadlines?state=open').expect(200)).body.items.length).toBeGreaterThan(0);
  });
});
