import { AuditService } from '@shucu/audit';
import { workingDayPeriod } from '@shucu/calendar';
import {
  makeStatutoryClockSettable,
  openDataSource,
  setStatutoryClock,
  startTestDatabase,
  type TestDatabase,
} from '@shucu/database';
import { newId } from '@shucu/kernel';
import { type Actor, buildAbility, type Duty } from '@shucu/permissions';
import { tenantTransaction } from '@shucu/tenancy';
import type { DataSource } from 'typeorm';
import { CALENDAR_ABILITIES } from './calendar.abilities.js';
import { CALENDAR_ENTITIES } from './calendar.entities.js';
import { CalendarEntriesRepository } from './calendar-entries.repository.js';
import { CalendarEntriesService } from './calendar-entries.service.js';
import { LegalCalendarService } from './legal-calendar.service.js';

const [ours, theirs, accountId] = [newId(), newId(), newId()];
const HOLIDAY = { kind: 'holiday', name: '全省停工', reason: '省政府决定', source: '甘政发〔2025〕3号' } as const;

function administrator(...duties: Duty[]): Actor {
  const roles = [{ role: 'provinceAdministrator', regionId: null, organizationId: null, duties }] as const;
  const ability = buildAbility([CALENDAR_ABILITIES], { accountId, roles });
  return { tenantId: ours, accountId, displayName: '管理员', roles, ability, pending: null, sessionId: null };
}

describe('the calendar of a tenant', () => {
  const calendars = new LegalCalendarService();
  const entered = new CalendarEntriesService(calendars, new CalendarEntriesRepository(), new AuditService());
  const system = administrator('system');
  let database: TestDatabase;
  let owner: DataSource;
  let application: DataSource;

  const act = <T>(work: () => Promise<T>, tenantId = ours): Promise<T> =>
    tenantTransaction(application, tenantId, work);
  const endOf = (start: string, days: number, tenantId = ours): Promise<string> =>
    act(async () => workingDayPeriod(await calendars.calendar(), { start, days, countFirstDay: false }).end, tenantId);
  const correct = (day: string, version: number) => act(() => entered.enterDay(system, { ...HOLIDAY, day, version }));

  beforeAll(async () => {
    database = await startTestDatabase();
    owner = await openDataSource({ url: database.ownerUrl, name: 'owner', poolSize: 1 });
    const entities = [...CALENDAR_ENTITIES];
    application = await openDataSource({ url: database.applicationUrl, name: 'application', poolSize: 3, entities });
    for (const [id, code] of [
      [ours, 'ours'],
      [theirs, 'theirs'],
    ]) {
      await owner.query(
        'INSERT INTO tenant (id, code, name, department, document_prefix) VALUES ($1, $2, $2, $2, $2)',
        [id, code],
      );
    }
    await tenantTransaction(owner, ours, (manager) =>
      manager.query(
        `INSERT INTO account (tenant_id, id, login, display_name, status) VALUES ($1, $2, 'admin', '管理员', 'active')`,
        [ours, accountId],
      ),
    );
  });

  afterAll(async () => {
    await application?.destroy();
    await owner?.destroy();
    await database?.stop();
  });

  it('is the State Council’s until the tenant says otherwise, and of no other tenant then', async () => {
    expect(await endOf('2025-03-06', 5)).toBe('2025-03-13');
    await correct('2025-03-10', 0);
    expect([await endOf('2025-03-06', 5), await endOf('2025-03-06', 5, theirs)]).toEqual(['2025-03-14', '2025-03-13']);
  });

  it('knows by statutory time when a day was entered', async () => {
    await makeStatutoryClockSettable(owner);
    await setStatutoryClock(owner, '2025-03-01T09:00:00+08:00');
    const { enteredAt, version } = await correct('2025-03-11', 0);
    expect([enteredAt.toISOString().slice(0, 16), version]).toEqual(['2025-03-01T01:00', 1]);
    await setStatutoryClock(owner, null);
  });

  it('lets one of several who enter the same at once through', async () => {
    const tries = await Promise.allSettled([1, 2, 3].map(() => correct('2025-03-12', 0)));
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    for (const one of tries) {
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'conflict.stale' });
    }
  });

  it('is changed with the duty of the system alone', async () => {
    const security = administrator('security');
    const deeds = [
      () => entered.enterDay(security, { ...HOLIDAY, day: '2025-03-13', version: 0 }),
      () => entered.withdrawDay(security, '2025-03-10', { version: 1, reason: '误录' }),
      () => entered.enterYear(security, 2027, { ...HOLIDAY, version: 0, holidays: [], makeUpDays: [] }),
      () => entered.withdrawYear(security, 2027, { version: 1, reason: '误录' }),
    ];
    for (const deed of deeds) await expect(act<unknown>(deed)).rejects.toMatchObject({ code: 'auth.forbidden' });
    expect((await act(() => calendars.entries(security))).days.length).toBeGreaterThan(0);
  });
});
