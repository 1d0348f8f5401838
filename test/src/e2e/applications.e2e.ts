import { setStatutoryClock } from '@shucu/database';
import { tenantTransaction } from '@shucu/tenancy';
import { createApplicant, type TestApplicant } from '../factories/applicant.factory.js';
import { assignExpert } from '../factories/assignment.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { fillDossier, saveDossier, WRITTEN } from '../harness/application-steps.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';
import { takeStep } from '../harness/steps.js';
import { download, uploadFile } from '../harness/upload.js';

const ROUND = {
  year: 2025,
  title: '2025年度申报',
  notice: '按通知要求申报。',
  opensOn: '2025-03-03',
  closesOn: '2025-03-31',
};

describe('an application of a consortium', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let lead: TestApplicant;
  let member: TestApplicant;
  let officer: Caller;
  let city: Caller;
  let expert: Caller;
  let operator: Caller;
  let partner: Caller;
  let roundId: string;
  let id: string;

  const path = (): string => `applications/${id}`;
  const seen = async (caller = operator) => (await caller.get(path()).expect(200)).body;
  const check = async () => (await operator.get(`${path()}/check`).expect(200)).body;
  const faultsOf = async (): Promise<string[]> =>
    (await check()).faults.map(({ field, rule }: { field: string; rule: string }) => `${field} ${rule}`);

  const messages = (accountId: string): Promise<string[]> =>
    tenantTransaction(platform.owner, tenant.id, async (manager) => {
      const rows = await manager.query<{ kind: string }[]>(
        'SELECT kind FROM notification WHERE tenant_id = $1 AND account_id = $2 ORDER BY kind, key',
        [tenant.id, accountId],
      );
      return rows.map(({ kind }) => kind);
    });

  beforeAll(async () => {
    platform = await startPlatform();
    tenant = await createTenant(platform.owner);
    await setStatutoryClock(platform.owner, '2025-03-03T09:00:00+08:00');
    lead = await createApplicant(platform.owner, tenant, { name: '兰州丝路云数字科技有限公司' });
    member = await createApplicant(platform.owner, tenant, { name: '兰州理工大学' });
    officer = callerOf(platform, tenant.tokens.provinceOfficer);
    city = callerOf(platform, tenant.tokens.cityOfficer);
    expert = callerOf(platform, tenant.tokens.expert);
    operator = callerOf(platform, lead.token);
    partner = callerOf(platform, member.token);
  });

  afterAll(() => platform?.stop());

  it('begins in the open round of the year, which is one', async () => {
    const { body } = await officer.post('rounds', ROUND).expect(201);
    roundId = body.id;
    expect(body).toMatchObject({ state: 'open', ruleSetId: tenant.ruleSetId, version: 1 });
    const second = await officer.post('rounds', { ...ROUND, title: '补充申报' }).expect(409);
    expect(second.body).toMatchObject({ code: 'round.exists', title: expect.stringContaining('2025年度申报') });
    const begun = await operator
      .post('applications', {
        ...{ roundId, leadOrganizationId: lead.organizationId, name: '丝路综合数促中心', category: 'comprehensive' },
        members: [member.creditCode],
      })
      .expect(201);
    id = begun.body.id;
    expect(begun.body).toMatchObject({
      ...{ state: 'draft', route: 'local', version: 1, regionId: tenant.regionId },
      ...{ lead: { name: lead.name }, members: [{ creditCode: member.creditCode, signOff: 'missing' }] },
    });
    expect(await messages(member.accountId)).toContain('application.memberNamed');
    const { body: center } = await officer.get(`centers/${begun.body.centerId}`).expect(200);
    expect(center).toMatchObject({ center: { status: 'candidate' }, members: [{ name: member.name }] });
  });

  it('says at every moment what is missing, where, and why', async () => {
    const faults = await faultsOf();
    expect(faults).toEqual(
      expect.arrayContaining([
        'plan.foundation required',
        'plan.services.decisionSupport serviceArea',
        'form.contactPhone required',
        'consortium.signedOn required',
        'evidence.agreement required',
        'claimed.suppliers required',
        'facts.operatingStaff required',
        `members.${member.organizationId} signOff`,
      ]),
    );
    const { body } = await operator.post(`${path()}/submission`, { version: 1 }).expect(422);
    expect(body.code).toBe('application.incomplete');
    expect(body.errors).toHaveLength(faults.length);
  });

  it('is saved as it is typed, and tells who types at the same time what the other has written', async () => {
    await operator.patch(path(), { version: 1, change: { plan: { goals: '两年服务四百家。' } } }).expect(200);
    const late = await operator
      .patch(path(), { version: 1, change: { plan: { goals: '一年服务百家。' } } })
      .expect(409);
    expect(late.body).toMatchObject({ code: 'conflict.stale' });
    expect(late.body.errors).toEqual([
      expect.objectContaining({ field: 'plan.goals', message: '现为：两年服务四百家。' }),
    ]);
    const [one, other] = await Promise.all(
      ['甲', '乙'].map((positioning) => operator.patch(path(), { version: 2, change: { plan: { positioning } } })),
    );
    expect([one?.status, other?.status].sort()).toEqual([200, 409]);
    const filled = await fillDossier(operator, id);
    expect(filled.dossier.plan).toMatchObject(WRITTEN.plan);
  });

  it('shows for each indicator what the stated figures attain', async () => {
    const { attainment } = await check();
    expect(attainment.ok).toBe(true);
    const { indicators, total, computableWeight } = attainment.attainment;
    expect(indicators).toHaveLength(19);
    expect(total).toBe(computableWeight);
    await saveDossier(operator, id, { claimed: { suppliers: '25' } });
    const lower = (await check()).attainment.attainment;
    const row = lower.indicators.find((one: { id: string }) => one.id === 'supplyResources');
    const criterion = row.criteria.find((one: { value: string | null }) => one.value === '25');
    expect(criterion).toMatchObject({ kind: 'quantitative', threshold: '50', attainment: '0.5' });
  });

  it('needs the agreement and the sign-off of the member, which any change makes void', async () => {
    const fileId = await uploadFile(platform, lead.token, '合作协议.csv', '甲方,乙方\n丝路云,理工大学\n');
    await saveDossier(operator, id, {
      consortium: { signedOn: '2025-02-20', division: '甲方建设，乙方培训。' },
      evidence: { agreement: [fileId] },
    });
    expect((await download(platform, member.token, fileId)).status).toBe(200);
    const { dossierHash } = await seen(partner);
    await partner.post(`${path()}/sign-off`, { dossierHash }).expect(200);
    expect(await faultsOf()).toEqual([]);
    await saveDossier(operator, id, { claimed: { suppliers: '80' } });
    expect((await seen()).members).toMatchObject([{ signOff: 'void' }]);
    expect(await messages(member.accountId)).toContain('application.signOffVoid');
    expect(await faultsOf()).toEqual([`members.${member.organizationId} signOffVoid`]);
    const stale = await partner.post(`${path()}/sign-off`, { dossierHash }).expect(409);
    expect(stale.body.code).toBe('application.contentChanged');
    await takeStep(operator, path(), 'submission', {}, 422);
    await partner.post(`${path()}/sign-off`, { dossierHash: (await seen(partner)).dossierHash }).expect(200);
    await operator.post(`${path()}/sign-off`, { dossierHash }).expect(404);
  });

  it('goes to the bureau once it is submitted, with a limit, two documents and a frozen copy', async () => {
    const { version } = await seen();
    const answers = await Promise.all([1, 2].map(() => operator.post(`${path()}/submission`, { version })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body.errors[0].message).toContain('提交申报');
    expect(await seen(city)).toMatchObject({ state: 'submitted', submissions: 1 });
    expect(await messages(tenant.accounts.cityOfficer)).toContain('application.submitted');
    const deadlines = await tenantTransaction(platform.owner, tenant.id, (manager) =>
      manager.query(
        'SELECT kind, state, due_on::text FROM deadline WHERE tenant_id = $1 AND subject_id = $2 ORDER BY kind',
        [tenant.id, id],
      ),
    );
    expect(deadlines).toEqual([
      { kind: 'application.preliminaryReview', state: 'open', due_on: '2025-03-24' },
      { kind: 'application.submission', state: 'met', due_on: '2025-03-31' },
    ]);
    const { items } = (await officer.get('documents').expect(200)).body;
    expect(items.map(({ kind }: { kind: string }) => kind).sort()).toEqual(['applicationForm', 'selfEvaluation']);
    const { body } = await operator.patch(path(), { version: version + 1, change: { name: '新名' } }).expect(409);
    expect(body.code).toBe('application.notEditable');
  });

  it('hides from an assigned expert how the contact can be reached', async () => {
    await expert.get(path()).expect(404);
    await assignExpert(platform, tenant, (await seen()).centerId, 2025);
    const shown = await seen(expert);
    expect(shown.dossier.form).toMatchObject({ contactPhone: '139****5678', contactEmail: 'l***@example.cn' });
    expect((await seen(city)).dossier.form.contactPhone).toBe('13912345678');
    const frozen = await expert.get(`${path()}/submissions/1`).expect(200);
    expect(frozen.body.content.dossier.form.contactPhone).toBe('139****5678');
  });

  it('is compared with what it was, field by field', async () => {
    expect((await city.get(`${path()}/submissions/1/differences`).expect(200)).body).toEqual([]);
    await tenantTransaction(platform.owner, tenant.id, async (manager) => {
      await manager.query(`UPDATE application SET state = 'returned' WHERE tenant_id = $1 AND id = $2`, [
        tenant.id,
        id,
      ]);
    });
    await saveDossier(operator, id, { claimed: { suppliers: '90' }, plan: { guarantees: null } });
    const now = await city.get(`${path()}/submissions/1/differences?against=now`).expect(200);
    expect(now.body).toEqual([
      {
        ...{ field: 'plan.guarantees', title: '建设方案·保障措施', titleEn: 'Plan: guarantees' },
        ...{ before: WRITTEN.plan.guarantees, after: null },
      },
      expect.objectContaining({ field: 'claimed.suppliers', before: '80', after: '90' }),
    ]);
    const none = await city.get(`${path()}/submissions/7/differences`).expect(404);
    expect(none.body.title).toContain('共提交 1 次');
  });

  it('is withdrawn by its lead with a reason, which ends its deadlines', async () => {
    await takeStep(operator, path(), 'withdrawal', {}, 422);
    const { body } = await takeStep(operator, path(), 'withdrawal', { reason: '合作方退出。' });
    expect(body.state).toBe('withdrawn');
    const steps = (await officer.get(`${path()}/steps`).expect(200)).body;
    expect(steps.at(-1)).toMatchObject({ transition: 'withdraw', reason: '合作方退出。' });
    expect(await messages(member.accountId)).toContain('application.withdrawn');
    const again = {
      roundId,
      leadOrganizationId: lead.organizationId,
      name: '丝路数促中心二期',
      category: 'comprehensive',
    };
    const { body: anew } = await operator.post('applications', again).expect(201);
    expect(anew.centerId).toBe(body.centerId);
  });
});
