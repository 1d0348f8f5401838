import { setStatutoryClock } from '@shucu/database';
import { tenantTransaction } from '@shucu/tenancy';
import { createCenter, createServiceRecords } from '../factories/center.factory.js';
import { creditCode } from '../factories/credit-codes.js';
import { createPerson } from '../factories/person.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform, until } from '../harness/platform.js';

interface Told {
  readonly kind: string;
  readonly count: number;
}

const texts = {
  mainWork: '开展诊断。',
  achievements: '服务十家企业。',
  problems: '人手不足。',
  nextPlan: '扩大服务。',
};

describe('the annual report', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let worker: { close(): Promise<void> } | undefined;
  let centerId: string;
  let lateCenterId: string;
  let operator: Caller;
  let lateOperator: Caller;
  let officer: Caller;

  const clock = (instant: string): Promise<void> => setStatutoryClock(platform.owner, instant);

  const restart = async (): Promise<void> => {
    await worker?.close();
    worker = await platform.startWorker();
  };

  const reportOf = async (caller: Caller, center: string, year = 2025) => {
    const { items } = (await caller.get(`annual-reports?centerId=${center}&year=${year}`).expect(200)).body;
    return items[0];
  };

  /** How many messages of each kind the person has. */
  const told = (accountId: string): Promise<Told[]> =>
    tenantTransaction(platform.owner, tenant.id, (manager) =>
      manager.query<Told[]>(
        `SELECT kind, count(*)::int AS count FROM notification WHERE tenant_id = $1 AND account_id = $2
         GROUP BY kind ORDER BY kind`,
        [tenant.id, accountId],
      ),
    );

  beforeAll(async () => {
    platform = await startPlatform();
    tenant = await createTenant(platform.owner);
    operator = callerOf(platform, tenant.tokens.centerOperator);
    officer = callerOf(platform, tenant.tokens.provinceOfficer);
    await clock('2025-12-20T09:00:00+08:00');
    centerId = await createCenter(platform.owner, tenant, { leadOrganizationId: tenant.organizationId });
    lateCenterId = await createCenter(platform.owner, tenant, { announcedOn: '2025-05-12' });
    await createServiceRecords(platform.owner, tenant, centerId, 3, {
      type: 'training',
      servedOn: '2025-03-05',
      enterprise: (n) => creditCode(400_000 + n),
    });
    await createServiceRecords(platform.owner, tenant, centerId, 1, { type: 'diagnosis', servedOn: '2024-03-05' });
    const { leadOrganizationId } = (await officer.get(`centers/${lateCenterId}`).expect(200)).body.center;
    const person = await createPerson(platform.owner, tenant, {
      role: 'centerOperator',
      organizationId: leadOrganizationId,
    });
    lateOperator = callerOf(platform, person.token);
    await restart();
  });

  afterAll(async () => {
    await worker?.close();
    await platform?.stop();
  });

  it('is owed by every active center by 31 January 24:00, whoever announced it and when', async () => {
    await until('both reports', async () =>
      Boolean((await reportOf(officer, centerId)) && (await reportOf(officer, lateCenterId))),
    );
    expect(await reportOf(operator, centerId)).toMatchObject({
      ...{ state: 'draft', dueOn: '2026-01-31', version: 1 },
      arithmetic: expect.stringContaining('2026-01-31'),
    });
    expect(await reportOf(operator, lateCenterId)).toBeUndefined();
    const { body } = await officer.get('annual-reports/missing?year=2025').expect(200);
    expect(body.items).toHaveLength(2);
    expect(body.items[0]).toMatchObject({ isOverdue: false, dueOn: '2026-01-31' });
    await operator.post('annual-reports', { centerId, year: 2020 }).expect(422);
    const again = await operator.post('annual-reports', { centerId, year: 2025 }).expect(201);
    expect(again.body.id).toBe((await reportOf(operator, centerId)).id);
  });

  it('is filled in from the records, and cannot be filed before its year is over', async () => {
    const { id, version } = await reportOf(operator, centerId);
    const { figures, months } = { ...(await operator.get(`annual-reports/${id}`).expect(200)).body, months: 12 };
    expect(figures.totals).toEqual({ services: 3, enterprises: 3, trainees: 30, resourcesAdded: 0 });
    expect(figures.previous).toMatchObject({ services: 1, trainees: 0 });
    expect(figures.services[0]).toMatchObject({ title: '培训实训', count: 3, verified: 3 });
    expect(figures.months).toHaveLength(months);
    const { body } = await operator.post(`annual-reports/${id}/filing`, { version }).expect(409);
    expect(body.code).toBe('annualReport.yearNotOver');
  });

  it('reminds 30, 7 and 1 days before, once each, also when the worker is started again', async () => {
    const me = tenant.accounts.centerOperator;
    for (const [day, count] of [
      ['2026-01-01', 1],
      ['2026-01-24', 2],
      ['2026-01-30', 3],
    ] as const) {
      await clock(`${day}T09:00:00+08:00`);
      await until(`reminder ${count}`, async () =>
        (await told(me)).some((one) => one.kind === 'deadline.reminder' && one.count === count),
      );
      await restart();
    }
    expect(await told(me)).toEqual([{ kind: 'deadline.reminder', count: 3 }]);
  });

  it('is saved as it is typed; who comes second is told what is there, field by field', async () => {
    await clock('2026-01-30T10:00:00+08:00');
    const { id, version } = await reportOf(operator, centerId);
    const path = `annual-reports/${id}`;
    await operator.post(`${path}/filing`, { version }).expect(422);
    await operator.patch(path, { version, change: texts }).expect(200);
    const { body } = await operator.patch(path, { version, change: { mainWork: '另一稿。' } }).expect(409);
    expect(body.code).toBe('conflict.stale');
    expect(body.errors).toEqual([
      expect.objectContaining({ field: 'change.mainWork', message: expect.stringContaining('开展诊断。') }),
    ]);
    await officer.patch(path, { version: version + 1, change: texts }).expect(403);
    await lateOperator.patch(path, { version: version + 1, change: texts }).expect(404);
  });

  it('is frozen when filed, in time, once of two at once', async () => {
    const { id, version } = await reportOf(operator, centerId);
    const file = () => operator.post(`annual-reports/${id}/filing`, { version });
    const answers = await Promise.all([file(), file()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const stale = answers.find(({ status }) => status === 409)?.body;
    expect(stale.code).toBe('conflict.stale');
    expect(stale.errors[0].message).toContain('已报送');
    await createServiceRecords(platform.owner, tenant, centerId, 2, { type: 'training', servedOn: '2025-06-05' });
    const { body } = await officer.get(`annual-reports/${id}`).expect(200);
    expect(body).toMatchObject({ state: 'filed', daysLate: 0, figures: { totals: { services: 3 } } });
    expect(body.filings).toHaveLength(1);
    expect(body.filings[0]).toMatchObject({ number: 1, filedOn: '2026-01-30' });
    expect(body.filings[0].snapshotHash).toMatch(/^[0-9a-f]{64}$/);
    const refused = await operator.patch(`annual-reports/${id}`, { version: body.version, change: texts }).expect(409);
    expect(refused.body.code).toBe('report.closed');
  });

  it('is returned with remarks, filed again without becoming late, and accepted', async () => {
    const { id, version } = await reportOf(officer, centerId);
    const path = `annual-reports/${id}`;
    const remarks = [{ section: 'problems', remark: '请写具体。' }];
    await officer.post(`${path}/return`, { version, reason: '', remarks }).expect(422);
    await operator.post(`${path}/return`, { version, reason: '不全', remarks }).expect(403);
    const { body: returned } = await officer.post(`${path}/return`, { version, reason: '不全', remarks }).expect(200);
    expect(returned).toMatchObject({ state: 'returned', remarks });
    await clock('2026-02-03T10:00:00+08:00');
    const change = { problems: '缺少数据工程师三名。' };
    const { body: saved } = await operator.patch(path, { version: returned.version, change }).expect(200);
    const { body: filed } = await operator.post(`${path}/filing`, { version: saved.version }).expect(200);
    await officer.post(`${path}/acceptance`, { version: filed.version }).expect(200);
    const { body } = await officer.get(path).expect(200);
    expect(body.filings.map(({ snapshot }: { snapshot: { texts: object } }) => snapshot.texts)).toEqual([
      texts,
      { ...texts, ...change },
    ]);
    await until('the documents', async () => {
      const { items } = (await operator.get('documents?kind=annualReport').expect(200)).body;
      return items.length === 2 && items.every(({ state }: { state: string }) => state === 'ready');
    });
    expect((await told(tenant.accounts.centerOperator)).map(({ kind }) => kind)).toEqual([
      'annualReport.accepted',
      'annualReport.returned',
      'deadline.reminder',
    ]);
  });

  it('is flagged where none was filed, told once, and recorded as late when it comes', async () => {
    await until('the flag', async () =>
      (await told(tenant.accounts.secondOfficer)).some(({ kind }) => kind === 'annualReport.overdue'),
    );
    await restart();
    const { body: missing } = await officer.get('annual-reports/missing?year=2025').expect(200);
    expect(missing.items).toEqual([expect.objectContaining({ centerId: lateCenterId, isOverdue: true })]);
    const { id, version } = await reportOf(lateOperator, lateCenterId);
    const { body: saved } = await lateOperator.patch(`annual-reports/${id}`, { version, change: texts }).expect(200);
    await lateOperator.post(`annual-reports/${id}/filing`, { version: saved.version }).expect(200);
    const { body } = await officer.get(`annual-reports/${id}`).expect(200);
    expect(body).toMatchObject({ filedOn: '2026-02-03', daysLate: 3 });
    expect((await officer.get('annual-reports/missing?year=2025').expect(200)).body.items).toEqual([]);
    const overdue = (await told(tenant.accounts.secondOfficer)).find(({ kind }) => kind === 'annualReport.overdue');
    expect(overdue?.count).toBe(1);
  });

  it('is owed no longer once the center has left, and again should it come back', async () => {
    const stateOfNext = async (): Promise<string> => {
      const { id } = await reportOf(officer, lateCenterId, 2026);
      const { items } = (await officer.get(`deadlines?subjectId=${id}`).expect(200)).body;
      return items[0].state;
    };
    const setStatus = (status: string, exitedOn: string | null): Promise<unknown> =>
      tenantTransaction(platform.owner, tenant.id, (manager) =>
        manager.query('UPDATE center SET status = $3, exited_on = $4 WHERE tenant_id = $1 AND id = $2', [
          ...[tenant.id, lateCenterId, status, exitedOn],
        ]),
      );
    expect(await stateOfNext()).toBe('open');
    await setStatus('revoked', '2026-02-03');
    await until('the end of the deadline', async () => (await stateOfNext()) === 'cancelled');
    await setStatus('active', null);
    await until('a new deadline', async () => (await stateOfNext()) === 'open');
  });
});
