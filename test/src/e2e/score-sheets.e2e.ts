import { DOCUMENT_CONTRACTS, type DocumentKind } from '@shucu/documents';
import { createCenter } from '../factories/center.factory.js';
import { createExperts, type TestExpert } from '../factories/expert.factory.js';
import { fillSheet, judgedOf, sealSheet } from '../factories/score-sheet.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { type AssessmentSteps, assessmentSteps } from '../harness/expert-group-steps.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';

const YEAR = 2025;

describe('the sheets of experts and what they come to', () => {
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

  it('tells scores without names to the officer, and with them to the auditor alone', async () => {
    const { id, group } = await steps.formGroup(2);
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
    const { id, pool, group } = await steps.formGroup(2);
    await sealSheet((group[0] as TestExpert).caller, center, YEAR, 95);
    await sealSheet((group[1] as TestExpert).caller, center, YEAR, 50);
    expect(await steps.stateOf(id)).toBe('thirdOpinion');
    const further = (await steps.present(id, pool)).find((one) => !group.includes(one)) as TestExpert;
    await steps.declare(further);
    await sealSheet(further.caller, center, YEAR, 80);
    const { assessment } = await steps.view(id);
    expect(assessment.state).toBe('merged');
    expect(assessment.result.criteria[0]).toMatchObject({ score: '75', spread: '45', scores: 3 });
  });

  it('voids the sheet of a late recusal and merges the others again', async () => {
    const { id, group } = await steps.formGroup();
    const [leader, second, third] = group as [TestExpert, TestExpert, TestExpert];
    for (const [expert, score] of [
      [leader, 90],
      [second, 80],
      [third, 70],
    ] as const) {
      await sealSheet(expert.caller, center, YEAR, score);
    }
    const place = await steps.placeOf(leader);
    await second.caller.post(`expert-assignments/${place}/recusal`, { reason: '替人回避' }).expect(404);
    const { body: out } = await leader.caller
      .post(`expert-assignments/${place}/recusal`, { reason: '近日受聘于申报单位。' })
      .expect(200);
    expect(out.endReason).toBe('近日受聘于申报单位。');
    const { assessment } = await steps.view(id);
    expect(assessment).toMatchObject({ state: 'merged', leaderId: second.id });
    expect(assessment.result.criteria[0]).toMatchObject({ score: '75', scores: 2 });
    await officer.post(`expert-assignments/${place}/recusal`, { reason: '再次' }).expect(409);
  });

  it('seals a complete sheet only, once, and never lets it change', async () => {
    const { group } = await steps.formGroup(1);
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
    const { id, version } = await steps.openOne();
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
    await steps.declare(expert);
    await sealSheet(expert.caller, center, YEAR, 100);
    const shown = async (): Promise<{ total: string; staff: string; version: number }> => {
      const { assessment } = await steps.view(id);
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
    const signature = { version: (await steps.view(id)).assessment.version, conclusion: '同意通过核查评估。' };
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
});
