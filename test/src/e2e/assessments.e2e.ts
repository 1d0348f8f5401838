import { createCenter } from '../factories/center.factory.js';
import { createExperts, type TestExpert } from '../factories/expert.factory.js';
import { sealSheet } from '../factories/score-sheet.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { type AssessmentSteps, assessmentSteps } from '../harness/expert-group-steps.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';

const YEAR = 2025;

describe('the assessment of a center by a group of experts', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let officer: Caller;
  let auditor: Caller;
  let center: string;
  let steps: AssessmentSteps;

  beforeAll(async () => {
    platform = await startPlatform();
  });

  beforeEach(async () => {
    tenant = await createTenant(platform.owner);
    officer = callerOf(platform, tenant.tokens.provinceOfficer);
    auditor = callerOf(platform, tenant.tokens.auditor);
    center = await createCenter(platform.owner, tenant);
    steps = assessmentSteps(platform, tenant, { center, year: YEAR });
  });

  afterAll(() => platform?.stop());

  it('goes from the draw by declarations and sealed sheets to the result that its leader signs', async () => {
    const { id, group } = await steps.formGroup();
    const [leader, second, third] = group as [TestExpert, TestExpert, TestExpert];
    await sealSheet(leader.caller, center, YEAR, 90);
    await sealSheet(second.caller, center, YEAR, 80);
    expect(await steps.stateOf(id)).toBe('open');
    expect((await officer.get(`assessments/${id}/scores`).expect(409)).body.code).toBe('assessment.notMerged');
    await sealSheet(third.caller, center, YEAR, 86);
    const { assessment } = await steps.view(id);
    expect(assessment).toMatchObject({ state: 'merged', leaderId: leader.id, signedAt: null });
    expect(assessment.result.criteria[0]).toMatchObject({ score: '85.33', spread: '10', scores: 3 });
    const finding = { visitedOn: '2025-11-01', people: ['张三', '李四'], finding: '现场设备与申报一致。' };
    await leader.caller.post(`assessments/${id}/findings`, finding).expect(201);
    const { version } = (await steps.view(id)).assessment;
    const signature = { version, conclusion: '同意评价结果。' };
    expect((await second.caller.post(`assessments/${id}/signature`, signature).expect(403)).body.code).toBe(
      'assessment.notLeader',
    );
    const { body: signed } = await leader.caller.post(`assessments/${id}/signature`, signature).expect(200);
    expect(signed).toMatchObject({
      state: 'signed',
      signedBy: leader.id,
      resultHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    await leader.caller.get(`assessments/${id}`).expect(404);
    await leader.caller.get(`centers/${center}`).expect(404);
    await expect(
      platform.owner.transaction(async (manager) => {
        await manager.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenant.id]);
        await manager.query(`UPDATE assessment SET result = '{}' WHERE id = $1`, [id]);
      }),
    ).rejects.toThrow(/signed/);
  });

  it('shows an expert nothing before a conflict of interest was denied, and nothing of other sheets ever', async () => {
    const pool = await createExperts(platform, tenant, 3);
    const { id, version } = await steps.openOne();
    await officer.post(`assessments/${id}/draws`, { version }).expect(200);
    const [first, second] = (await steps.present(id, pool)) as [TestExpert, TestExpert];
    const place = await steps.placeOf(first);
    const { body: invited } = await first.caller.get(`expert-assignments/${place}`).expect(200);
    expect(invited).toMatchObject({ centerName: expect.any(String), organizations: [expect.any(String)] });
    await first.caller.get(`centers/${center}`).expect(404);
    await first.caller.get(`assessments/${id}`).expect(404);
    const early = { centerId: center, year: YEAR, indicator: 'a', criterion: 'b', score: 1, opinion: '…' };
    expect((await first.caller.put('expert-scores', early).expect(409)).body.code).toBe('assessment.declareFirst');
    await second.caller.get(`expert-assignments/${place}`).expect(404);
    await steps.declare(first);
    await first.caller.get(`centers/${center}`).expect(200);
    await first.caller.post(`expert-assignments/${place}/declaration`, { conflict: null }).expect(409);
    await steps.declare(second);
    const sheet = await sealSheet(first.caller, center, YEAR);
    await second.caller.get(`score-sheets/${sheet}`).expect(404);
    await officer.get(`score-sheets/${sheet}`).expect(403);
    expect((await second.caller.get(`expert-scores?year=${YEAR}`).expect(200)).body).toEqual([]);
    await second.caller.get(`assessments/${id}/scores`).expect(403);
  });

  it('draws the next of the same seed for an expert who declares a conflict', async () => {
    const pool = await createExperts(platform, tenant, 5);
    const { id, version } = await steps.openOne();
    await officer.post(`assessments/${id}/draws`, { version }).expect(200);
    const before = await steps.present(id, pool);
    await steps.declare(before[0] as TestExpert, '配偶任职于申报单位');
    const after = await steps.present(id, pool);
    expect(after).toHaveLength(3);
    expect(after).not.toContain(before[0]);
    const { body: draws } = await auditor.get(`assessments/${id}/draw-verification`).expect(200);
    expect(draws.map((one: { draw: { purpose: string } }) => one.draw.purpose)).toEqual(['group', 'replacement']);
    for (const one of draws) {
      expect(one).toMatchObject({ candidatesMatch: true, seedMatches: true, drawnMatches: true });
    }
    expect(draws[1].draw.exclusions).toContainEqual({ id: before[0]?.id, reason: 'inGroup' });
    await (before[1] as TestExpert).caller.get(`assessments/${id}/draw-verification`).expect(403);
  });

  it('draws nobody whom a constraint excludes, and says which excluded how many', async () => {
    const [first, second, third] = (await createExperts(platform, tenant, 3)) as [TestExpert, TestExpert, TestExpert];
    const { body } = await officer.get(`centers/${center}`).expect(200);
    const employer = { name: body.lead.name, creditCode: body.lead.creditCode, from: '2020-01-01', to: null };
    await first.profile({ employers: [employer] });
    await second.profile({ employers: [{ ...employer, to: '2024-12-31' }] });
    await third.profile({ fields: ['security'] });
    const { id, version } = await steps.openOne();
    const order = { version, fields: ['platform'], size: 1 };
    const { body: refused } = await officer.post(`assessments/${id}/draws`, order).expect(409);
    expect(refused.code).toBe('assessment.tooFewExperts');
    expect(refused.title).toContain('领域不符 1 人');
    expect(refused.title).toContain('任职于申报单位或成员单位 1 人');
    expect(await steps.stateOf(id)).toBe('forming');
    await officer.post(`assessments/${id}/draws`, { version, size: 1 }).expect(200);
    expect((await steps.view(id)).group).toMatchObject([{ expertId: third.id }]);
    const appoint = { centerId: center, year: YEAR, expertId: first.id };
    expect((await officer.post('expert-assignments', appoint).expect(409)).body.code).toBe(
      'assignment.ownOrganization',
    );
  });

  it('lets one of two officers draw who do so at once, and tells the other what changed', async () => {
    await createExperts(platform, tenant, 5);
    const { id, version } = await steps.openOne();
    const both = [officer, callerOf(platform, tenant.tokens.secondOfficer)];
    const answers = await Promise.all(both.map((one) => one.post(`assessments/${id}/draws`, { version })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409)?.body;
    expect(refused.code).toBe('conflict.stale');
    expect(JSON.stringify(refused)).toContain('抽取或指派专家');
    expect((await steps.view(id)).group).toHaveLength(3);
  });

  it('opens the yearly assessments of all due centers once, and is cancelled with a reason', async () => {
    const second = await createCenter(platform.owner, tenant);
    await createCenter(platform.owner, tenant, { announcedOn: '2025-06-01' });
    const { body: opened } = await officer.post('assessments', { year: YEAR }).expect(201);
    expect(opened.map((one: { centerId: string }) => one.centerId).sort()).toEqual([center, second].sort());
    expect((await officer.post('assessments', { year: YEAR }).expect(201)).body).toEqual([]);
    const { id, version } = opened[0];
    await officer.post(`assessments/${id}/cancellation`, { version, reason: '' }).expect(422);
    await officer.post(`assessments/${id}/cancellation`, { version, reason: '中心申请延期' }).expect(200);
    expect((await officer.post('assessments', { year: YEAR }).expect(201)).body).toHaveLength(1);
    await auditor.post('assessments', { year: YEAR }).expect(403);
  });
});
