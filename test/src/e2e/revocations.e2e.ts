import { setStatutoryClock } from '@shucu/database';
import { createCenter } from '../factories/center.factory.js';
import { createEvidenceFile } from '../factories/evidence-file.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform, until } from '../harness/platform.js';
import { openCase } from '../harness/revocation-steps.js';
import { takeStep } from '../harness/steps.js';

const REASON = { reason: '事实清楚，证据确凿。' };
const SUPERIOR = {
  ...{ kind: 'reconsideration', authority: '测试省人民政府', title: '行政复议决定书', number: '测政复〔2026〕3号' },
  reason: '原决定认定事实不清，予以撤销。',
};

interface Province {
  readonly tenant: TestTenant;
  readonly officer: Caller;
  readonly second: Caller;
  readonly operator: Caller;
  readonly centerId: string;
}

describe('a revocation (第十七条)', () => {
  let platform: TestPlatform;
  let worker: { close(): Promise<void> };

  beforeAll(async () => {
    platform = await startPlatform();
    worker = await platform.startWorker();
  });

  afterAll(async () => {
    await worker?.close();
    await platform?.stop();
  });

  const clock = (instant: string): Promise<void> => setStatutoryClock(platform.owner, instant);

  const newProvince = async (): Promise<Province> => {
    const tenant = await createTenant(platform.owner);
    return {
      ...{ tenant, officer: callerOf(platform, tenant.tokens.provinceOfficer) },
      second: callerOf(platform, tenant.tokens.secondOfficer),
      operator: callerOf(platform, tenant.tokens.centerOperator),
      centerId: await createCenter(platform.owner, tenant, { leadOrganizationId: tenant.organizationId }),
    };
  };

  const opened = ({ tenant, officer, centerId }: Province, ground = 'falseMaterial'): Promise<string> =>
    openCase(platform, { caller: officer, token: tenant.tokens.provinceOfficer }, centerId, ground);

  const pathOf = (id: string): string => `revocation-cases/${id}`;

  const messagesTo = async (caller: Caller, kind: string): Promise<{ title: string; body: string }[]> => {
    const { body } = await caller.get('me/notifications?limit=100').expect(200);
    return body.items.filter((message: { kind: string }) => message.kind === kind);
  };

  it('begins with facts and their evidence; the center sees nothing of it before it is told', async () => {
    await clock('2026-03-02T10:00:00+08:00');
    const { tenant, officer, operator, centerId } = await newProvince();
    const bare = { centerId, ground: 'falseMaterial', facts: [{ statement: '虚报服务记录' }] };
    const { body: found } = await officer.post('revocation-cases', bare).expect(201);
    expect(found).toMatchObject({ state: 'opened', version: 1, openedAt: expect.stringMatching(/^2026-03-02T02:0/) });
    await operator.get(pathOf(found.id)).expect(404);
    const unproven = await takeStep(officer, pathOf(found.id), 'invitation', {}, 409);
    expect(unproven.body).toMatchObject({ code: 'revocation.unproven' });
    const file = await createEvidenceFile(platform.owner, tenant, { uploadedBy: tenant.accounts.provinceOfficer });
    const facts = [{ statement: '虚报服务记录 12 条', evidence: [file] }];
    await officer.put(`${pathOf(found.id)}/facts`, { version: 1, facts }).expect(200);
    const stale = await officer.put(`${pathOf(found.id)}/facts`, { version: 1, facts }).expect(409);
    expect(stale.body).toMatchObject({ code: 'conflict.stale', errors: [{ field: 'version', rule: 'changed' }] });
    await operator.post(`${pathOf(found.id)}/statement`, { version: 2, statement: '…' }).expect(404);
    await takeStep(officer, pathOf(found.id), 'invitation');
    const { body: told } = await operator.get(pathOf(found.id)).expect(200);
    expect(told).toMatchObject({ state: 'statement', statementDueOn: '2026-03-09', evidence: [{ fileId: file }] });
    expect(told.statementArithmetic).toContain('至 2026-03-09 止');
    await operator.get(`evidence-files/${file}`).expect(200);
    const late = await officer.put(`${pathOf(found.id)}/facts`, { version: 3, facts }).expect(409);
    expect(late.body.code).toBe('revocation.factsClosed');
    expect(await messagesTo(operator, 'revocation.invited')).toHaveLength(1);
  });

  it('hears the center before it is decided, and says in the notice what it stated', async () => {
    await clock('2026-03-02T10:00:00+08:00');
    const province = await newProvince();
    const { tenant, officer, second, operator, centerId } = province;
    const id = await opened(province);
    await takeStep(officer, pathOf(id), 'invitation');
    const early = await takeStep(second, pathOf(id), 'decision', { decision: 'revoke', ...REASON }, 409);
    expect(early.body.code).toBe('workflow.notPossible');
    const evidence = [
      await createEvidenceFile(platform.owner, tenant, {
        ...{ uploadedBy: tenant.accounts.centerOperator, organizationId: tenant.organizationId },
      }),
    ];
    await officer.post(`${pathOf(id)}/statement`, { version: 2, statement: '代为陈述' }).expect(403);
    await takeStep(operator, pathOf(id), 'statement', { statement: '记录系录入差错，已经更正。', evidence });
    await takeStep(operator, pathOf(id), 'statement', { statement: '补充。' }, 409);
    expect(await messagesTo(second, 'revocation.heard')).toHaveLength(1);
    await clock('2026-03-15T09:00:00+08:00');
    await takeStep(officer, pathOf(id), 'decision', { decision: 'revoke', ...REASON }, 403);
    await takeStep(second, pathOf(id), 'decision', { decision: 'revoke' }, 422);
    const { body: seen } = await second.get(pathOf(id)).expect(200);
    const decision = { version: seen.version, decision: 'revoke', ...REASON };
    const { body: decided } = await second.post(`${pathOf(id)}/decision`, decision).expect(200);
    expect(decided).toMatchObject({ state: 'revoked', exitOn: '2026-03-15', banThrough: '2028-03-15' });
    expect(decided.banArithmetic).toContain('至 2028-03-15 止');
    const again = await second.post(`${pathOf(id)}/decision`, decision).expect(409);
    expect(again.body.errors[0].message).toContain('撤销评价资格');
    expect((await officer.get(`centers/${centerId}`)).body.center).toMatchObject({
      ...{ status: 'revoked', exitedOn: '2026-03-15' },
    });
    const notice = await documentOf(officer, 'revocationNotice');
    const { text: html } = await operator.get(`documents/${notice}/content/html`).expect(200);
    expect(html).toContain('记录系录入差错，已经更正。');
    expect(html).toContain('2028年3月15日');
  });

  it('ends the hearing with its last day by the database’s clock, never before, and once', async () => {
    await clock('2026-03-02T10:00:00+08:00');
    const province = await newProvince();
    const { officer, second, operator } = province;
    const id = await opened(province, 'nonCooperation');
    await takeStep(officer, pathOf(id), 'invitation');
    const state = async (): Promise<string> => (await officer.get(pathOf(id)).expect(200)).body.state;
    await clock('2026-03-09T23:59:50+08:00');
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(await state()).toBe('statement');
    await clock('2026-03-10T00:00:01+08:00');
    const late = await takeStep(operator, pathOf(id), 'statement', { statement: '来晚了。' }, 409);
    expect(['revocation.statementLate', 'workflow.notPossible', 'conflict.stale']).toContain(late.body.code);
    await until('the end of the hearing', async () => (await state()) === 'heard');
    const { body: heard } = await officer.get(pathOf(id)).expect(200);
    expect(heard).toMatchObject({ statementKind: 'lapsed', statedBy: null });
    expect(heard.steps.map(({ transition }: { transition: string }) => transition)).toEqual([
      ...['begin', 'invite', 'lapse'],
    ]);
    const { body: dismissed } = await takeStep(second, pathOf(id), 'decision', { decision: 'dismiss', ...REASON });
    expect(dismissed).toMatchObject({ state: 'dismissed', exitOn: null });
    expect(await messagesTo(operator, 'revocation.decided')).toHaveLength(1);
  });

  it('is reversed by a superior decision: the center goes on, the ban is lifted, and all of it stays readable', async () => {
    await clock('2026-03-02T10:00:00+08:00');
    const province = await newProvince();
    const { tenant, officer, second, operator, centerId } = province;
    const id = await opened(province, 'unableToOperate');
    await takeStep(officer, pathOf(id), 'invitation');
    await takeStep(operator, pathOf(id), 'statement', { waived: true, reason: '没有异议。' });
    const soon = { ...SUPERIOR, decidedOn: '2026-03-03' };
    await takeStep(officer, pathOf(id), 'reversal', soon, 422);
    await takeStep(second, pathOf(id), 'decision', { decision: 'revoke', ...REASON });
    const lead = async () => (await officer.get(`organizations/${tenant.organizationId}`).expect(200)).body;
    expect((await lead()).bannedThrough).toBe('2028-03-02');
    await clock('2026-06-01T09:00:00+08:00');
    const early = { ...SUPERIOR, decidedOn: '2026-03-01' };
    expect((await takeStep(officer, pathOf(id), 'reversal', early, 422)).body.code).toBe('validation.failed');
    await takeStep(officer, pathOf(id), 'reversal', { ...SUPERIOR, decidedOn: '2026-05-20', reason: '' }, 422);
    await takeStep(operator, pathOf(id), 'reversal', { ...SUPERIOR, decidedOn: '2026-05-20' }, 403);
    const { body: reversed } = await takeStep(officer, pathOf(id), 'reversal', {
      ...SUPERIOR,
      decidedOn: '2026-05-20',
    });
    expect(reversed).toMatchObject({
      ...{ state: 'reversed', exitOn: '2026-03-02', banThrough: '2028-03-02', reversedOn: '2026-06-01' },
      ...{ decisionReason: REASON.reason, statementKind: 'waived', reversal: { number: SUPERIOR.number } },
    });
    expect((await lead()).bannedThrough).toBeNull();
    expect((await officer.get(`centers/${centerId}`)).body.center).toMatchObject({ status: 'active', exitedOn: null });
    const record = { centerId, type: 'training', servedOn: '2026-05-25', title: '恢复后的培训' };
    await operator.post('service-records', record).expect(201);
    await takeStep(officer, pathOf(id), 'reversal', { ...SUPERIOR, decidedOn: '2026-05-20' }, 409);
    const decision = await documentOf(officer, 'reversalDecision');
    const { text: html } = await operator.get(`documents/${decision}/content/html`).expect(200);
    expect(html).toContain('测政复〔2026〕3号');
    await documentOf(officer, 'revocationNotice');
  });

  it('keeps the ban that another revocation of the same lead leaves', async () => {
    await clock('2026-03-02T10:00:00+08:00');
    const province = await newProvince();
    const { tenant, officer, second, operator } = province;
    const revoke = async (of: Province): Promise<string> => {
      const id = await opened(of);
      await takeStep(officer, pathOf(id), 'invitation');
      await takeStep(operator, pathOf(id), 'statement', { waived: true, reason: '没有异议。' });
      await takeStep(second, pathOf(id), 'decision', { decision: 'revoke', ...REASON });
      return id;
    };
    await revoke(province);
    await clock('2026-03-05T10:00:00+08:00');
    const other = await createCenter(platform.owner, tenant, { leadOrganizationId: tenant.organizationId });
    const later = await revoke({ ...province, centerId: other });
    await takeStep(officer, pathOf(later), 'reversal', { ...SUPERIOR, decidedOn: '2026-03-05' });
    const { body } = await officer.get(`organizations/${tenant.organizationId}`).expect(200);
    expect(body.bannedThrough).toBe('2028-03-02');
  });

  async function documentOf(officer: Caller, kind: string): Promise<string> {
    const first = async () => (await officer.get(`documents?kind=${kind}`).expect(200)).body.items[0];
    await until(`the ${kind}`, async () => (await first())?.state === 'ready');
    return (await first()).id;
  }
});
