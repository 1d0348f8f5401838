import { DOCUMENT_CONTRACTS, type DocumentKind } from '@shucu/documents';
import { createCenter } from '../factories/center.factory.js';
import { createExperts, type TestExpert } from '../factories/expert.factory.js';
import { fillSheet, judgedOf, sealSheet } from '../factories/score-sheet.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';

const YEAR = 2025;

describe('the assessment of a center by a group of experts', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let officer: Caller;
  let auditor: Caller;
  let center: string;

  beforeAll(async () => {
    platform = await startPlatform();
  });

  beforeEach(async () => {
    tenant = await createTenant(platform.owner);
    officer = callerOf(platform, tenant.tokens.provinceOfficer);
    auditor = callerOf(platform, tenant.tokens.auditor);
    center = await createCenter(platform.owner, tenant);
  });

  afterAll(() => platform?.stop());

  const openOne = async (): Promise<{ id: string; version: number }> => {
    const { body } = await officer.post('assessments', { year: YEAR, centerIds: [center] }).expect(201);
    return body[0];
  };
  const view = async (id: string, by: Caller = officer) => (await by.get(`assessments/${id}`).expect(200)).body;
  const stateOf = async (id: string): Promise<string> => (await view(id)).assessment.state;
  const placeOf = async (expert: TestExpert): Promise<string> =>
    (await expert.caller.get('expert-assignments?state=open').expect(200)).body.items[0]?.id;
  const declare = async (expert: TestExpert, conflict: string | null = null) =>
    expert.caller.post(`expert-assignments/${await placeOf(expert)}/declaration`, { conflict }).expect(200);
  const present = async (id: string, pool: readonly TestExpert[]): Promise<TestExpert[]> => {
    const { group } = await view(id);
    const ids = group.flatMap((member: { endedAt: string | null; expertId: string }) =>
      member.endedAt ? [] : [member.expertId],
    );
    return ids.map((expertId: string) => pool.find((one) => one.id === expertId) as TestExpert);
  };

  /** A group of three out of five, drawn and with no conflicts declared. */
  const formGroup = async (size = 3, people = 5) => {
    const pool = await createExperts(platform, tenant, people);
    const { id, version } = await openOne();
    await officer.post(`assessments/${id}/draws`, { version, size }).expect(200);
    const group = await present(id, pool);
    for (const expert of group) await declare(expert);
    return { id, pool, group };
  };

  it('goes from the draw by declarations and sealed sheets to the result that its leader signs', async () => {
    const { id, group } = await formGroup();
    const [leader, second, third] = group as [TestExpert, TestExpert, TestExpert];
    await sealSheet(leader.caller, center, YEAR, 90);
    await sealSheet(second.caller, center, YEAR, 80);
    expect(await stateOf(id)).toBe('open');
    expect((await officer.get(`assessments/${id}/scores`).expect(409)).body.code).toBe('assessment.notMerged');
    await sealSheet(third.caller, center, YEAR, 86);
    const { assessment } = await view(id);
    expect(assessment).toMatchObject({ state: 'merged', leaderId: leader.id, signedAt: null });
    expect(assessment.result.criteria[0]).toMatchObject({ score: '85.33', spread: '10', scores: 3 });
    const finding = { visitedOn: '2025-11-01', people: ['张三', '李四'], finding: '现场设备与申报一致。' };
    await leader.caller.post(`assessments/${id}/findings`, finding).expect(201);
    const { version } = (await view(id)).assessment;
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
    const { id, version } = await openOne();
    await officer.post(`assessments/${id}/draws`, { version }).expect(200);
    const [first, second] = (await present(id, pool)) as [TestExpert, TestExpert];
    const place = await placeOf(first);
    const { body: invited } = await first.caller.get(`expert-assignments/${place}`).expect(200);
    expect(invited).toMatchObject({ centerName: expect.any(String), organizations: [expect.any(String)] });
    await first.caller.get(`centers/${center}`).expect(404);
    await first.caller.get(`assessments/${id}`).expect(404);
    const early = { centerId: center, year: YEAR, indicator: 'a', criterion: 'b', score: 1, opinion: '…' };
    expect((await first.caller.put('expert-scores', early).expect(409)).body.code).toBe('assessment.declareFirst');
    await second.caller.get(`expert-assignments/${place}`).expect(404);
    await declare(first);
    await first.caller.get(`centers/${center}`).expect(200);
    await first.caller.post(`expert-assignments/${place}/declaration`, { conflict: null }).expect(409);
    await declare(second);
    const sheet = await sealSheet(first.caller, center, YEAR);
    await second.caller.get(`score-sheets/${sheet}`).expect(404);
    await officer.get(`score-sheets/${sheet}`).expect(403);
    expect((await second.caller.get(`expert-scores?year=${YEAR}`).expect(200)).body).toEqual([]);
    await second.caller.get(`assessments/${id}/scores`).expect(403);
  });

  it('tells scores without names to the officer, and with them to the auditor alone', async () => {
    const { id, group } = await formGroup(2);
    const [first, second] = group as [TestExpert, TestExpert];
    await sealSheet(first.caller, center, YEAR, 90);
    await sealSheet(second.caller, center, YEAR, 80);
    const { body: seen } = await officer.get(`assessments/${id}/scores`).expect(200);
    expect(seen.byExpert).toBeNull();
    expect(seen.criteria[0]).toMatchObject({ scores: ['80.00', '90.00'], opinions: ['评 80 分', '评 90 分'] });
    const { body: audited } = await auditor.get(`assessments/${id}/scores`).expect(200);
    expect(audited.byExpert).toContainEqual(expect.objectContaining({ expertId: first.id, score: '90.00' }));
  });

  it('asks for a further opinion when scores are too far apart, and merges that with the rest', async () => {
    const { id, pool, group } = await formGroup(2);
    await sealSheet((group[0] as TestExpert).caller, center, YEAR, 95);
    await sealSheet((group[1] as TestExpert).caller, center, YEAR, 50);
    expect(await stateOf(id)).toBe('thirdOpinion');
    const further = (await present(id, pool)).find((one) => !group.includes(one)) as TestExpert;
    await declare(further);
    await sealSheet(further.caller, center, YEAR, 80);
    const { assessment } = await view(id);
    expect(assessment.state).toBe('merged');
    expect(assessment.result.criteria[0]).toMatchObject({ score: '75', spread: '45', scores: 3 });
  });

  it('voids the sheet of a late recusal and merges the others again', async () => {
    const { id, group } = await formGroup();
    const [leader, second, third] = group as [TestExpert, TestExpert, TestExpert];
    for (const [expert, score] of [
      [leader, 90],
      [second, 80],
      [third, 70],
    ] as const) {
      await sealSheet(expert.caller, center, YEAR, score);
    }
    const place = await placeOf(leader);
    await second.caller.post(`expert-assignments/${place}/recusal`, { reason: '替人回避' }).expect(404);
    const { body: out } = await leader.caller
      .post(`expert-assignments/${place}/recusal`, { reason: '近日受聘于申报单位。' })
      .expect(200);
    expect(out.endReason).toBe('近日受聘于申报单位。');
    const { assessment } = await view(id);
    expect(assessment).toMatchObject({ state: 'merged', leaderId: second.id });
    expect(assessment.result.criteria[0]).toMatchObject({ score: '75', scores: 2 });
    await officer.post(`expert-assignments/${place}/recusal`, { reason: '再次' }).expect(409);
  });

  it('draws the next of the same seed for an expert who declares a conflict', async () => {
    const pool = await createExperts(platform, tenant, 5);
    const { id, version } = await openOne();
    await officer.post(`assessments/${id}/draws`, { version }).expect(200);
    const before = await present(id, pool);
    await declare(before[0] as TestExpert, '配偶任职于申报单位');
    const after = await present(id, pool);
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
    const { id, version } = await openOne();
    const order = { version, fields: ['platform'], size: 1 };
    const { body: refused } = await officer.post(`assessments/${id}/draws`, order).expect(409);
    expect(refused.code).toBe('assessment.tooFewExperts');
    expect(refused.title).toContain('领域不符 1 人');
    expect(refused.title).toContain('任职于申报单位或成员单位 1 人');
    expect(await stateOf(id)).toBe('forming');
    await officer.post(`assessments/${id}/draws`, { version, size: 1 }).expect(200);
    expect((await view(id)).group).toMatchObject([{ expertId: third.id }]);
    const appoint = { centerId: center, year: YEAR, expertId: first.id };
    expect((await officer.post('expert-assignments', appoint).expect(409)).body.code).toBe(
      'assignment.ownOrganization',
    );
  });

  it('lets one of two officers draw who do so at once, and tells the other what changed', async () => {
    await createExperts(platform, tenant, 5);
    const { id, version } = await openOne();
    const both = [officer, callerOf(platform, tenant.tokens.secondOfficer)];
    const answers = await Promise.all(both.map((one) => one.post(`assessments/${id}/draws`, { version })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409)?.body;
    expect(refused.code).toBe('conflict.stale');
    expect(JSON.stringify(refused)).toContain('抽取或指派专家');
    expect((await view(id)).group).toHaveLength(3);
  });

  it('seals a complete sheet only, once, and never lets it change', async () => {
    const { group } = await formGroup(1);
    const { caller } = group[0] as TestExpert;
    const [first] = await judgedOf(caller, center, YEAR);
    const score = { centerId: center, year: YEAR, ...first, score: 70, opinion: '一般' };
    const { body: one } = await caller.put('expert-scores', score).expect(200);
    const submit = (version: number) => caller.post(`score-sheets/${one.sheetId}/submission`, { version });
    expect((await submit(1).expect(409)).body.code).toBe('assessment.sheetIncomplete');
    await fillSheet(caller, center, YEAR, 77);
    const twice = await Promise.all([submit(1), submit(1)]);
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await caller.put('expert-scores', score).expect(409)).body.code).toBe('assessment.sheetSealed');
    await expect(
      platform.owner.transaction(async (manager) => {
        await manager.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenant.id]);
        await manager.query('UPDATE expert_score SET score = 100 WHERE sheet_id = $1', [one.sheetId]);
      }),
    ).rejects.toThrow(/sealed/);
  });

  it('totals an application by what experts confirmed before what was verified before what was claimed', async () => {
    const pool = await createExperts(platform, tenant, 1);
    const { id, version } = await openOne();
    await officer.post(`assessments/${id}/draws`, { version, size: 1 }).expect(200);
    await platform.owner.transaction(async (manager) => {
      await manager.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenant.id]);
      const figures = [{ operatingStaff: '50', trainingSeats: '10' }, { operatingStaff: '25' }];
      await manager.query(`UPDATE assessment SET purpose = 'application', claimed = $2, verified = $3 WHERE id = $1`, [
        id,
        ...figures,
      ]);
    });
    const [expert] = pool as [TestExpert];
    await declare(expert);
    await sealSheet(expert.caller, center, YEAR, 100);
    const shown = async (): Promise<{ total: string; staff: string; version: number }> => {
      const { assessment } = await view(id);
      const { indicators } = assessment.result.sheet;
      const criteria = indicators.flatMap((one: { criteria: { measure: string; value: string }[] }) => one.criteria);
      const staff = criteria.find((one: { measure: string }) => one.measure === 'operatingStaff').value;
      return { total: assessment.result.total, staff, version: assessment.version };
    };
    const before = await shown();
    expect(before.staff).toBe('25');
    const figures = { operatingStaff: { value: '40', note: '现场核对社保名册' } };
    const confirm = (by: Caller, seen: number) =>
      by.put(`assessments/${id}/confirmed-figures`, { version: seen, figures });
    await confirm(expert.caller, 1).expect(409);
    await confirm(officer, before.version).expect(403);
    await confirm(expert.caller, before.version).expect(200);
    const after = await shown();
    expect(after.staff).toBe('40');
    expect(Number(after.total)).toBeGreaterThan(Number(before.total));
    const unknown = { version: after.version, figures: { nothing: { value: 1, note: '…' } } };
    await expert.caller.put(`assessments/${id}/confirmed-figures`, unknown).expect(422);
    const finding = { visitedOn: '2025-11-01', people: ['张三'], finding: '现场与申报一致。' };
    await expert.caller.post(`assessments/${id}/findings`, finding).expect(201);
    const signature = { version: (await view(id)).assessment.version, conclusion: '同意通过核查评估。' };
    await expert.caller.post(`assessments/${id}/signature`, signature).expect(200);
    const papers = async (by: Caller): Promise<string[]> =>
      (await by.get(`documents?centerId=${center}`).expect(200)).body.items.map(({ kind }: { kind: string }) => kind);
    expect(await papers(officer)).toEqual(['assessmentResult']);
    expect(await papers(auditor)).toEqual(['assessmentResult', 'expertScoreSheet']);
    expect(await papers(expert.caller)).toEqual(['expertScoreSheet']);
    const issued = await platform.owner.transaction(async (manager) => {
      await manager.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenant.id]);
      return manager.query<{ kind: DocumentKind; data: unknown }[]>('SELECT kind, data FROM document');
    });
    for (const { kind, data } of issued) {
      expect({ kind, faults: DOCUMENT_CONTRACTS[kind].schema.safeParse(data).error?.issues }).toEqual({ kind });
    }
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
