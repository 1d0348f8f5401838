import type { DataSource } from 'typeorm';
import { openDataSource } from './data-source.js';
import { makeStatutoryClockSettable, refuseSettableClock, setStatutoryClock } from './statutory-clock.js';
import { startTestDatabase, type TestDatabase } from './testing/test-cluster.js';

describe('the statutory clock', () => {
  let database: TestDatabase;
  let owner: DataSource;
  let application: DataSource;

  const today = async (): Promise<string> =>
    (await application.query(`SELECT to_char(statutory_today(), 'YYYY-MM-DD') AS today`))[0].today;
  const offBy = async (instant: string): Promise<number> =>
    (
      await application.query('SELECT abs(extract(epoch FROM statutory_now() - $1::timestamptz))::float8 AS seconds', [
        instant,
      ])
    )[0].seconds;

  beforeAll(async () => {
    database = await startTestDatabase();
    owner = await openDataSource({ url: database.ownerUrl, name: 'owner', poolSize: 1 });
    application = await openDataSource({ url: database.applicationUrl, name: 'application', poolSize: 1 });
  });

  afterAll(async () => {
    await application?.destroy();
    await owner?.destroy();
    await database?.stop();
  });

  it('is that of the database, cannot be set, and suits production', async () => {
    expect(await offBy(new Date().toISOString())).toBeLessThan(60);
    await expect(setStatutoryClock(owner, '2025-01-01T00:00:00Z')).rejects.toThrow(/cannot be set/);
    await expect(owner.query(`UPDATE statutory_clock SET shift = interval '1 day'`)).rejects.toThrow(
      /check constraint/,
    );
    await refuseSettableClock(application, true);
  });

  it('runs on from where it is set, by the days of Shanghai, once it is made for a test; production then refuses', async () => {
    await makeStatutoryClockSettable(owner);
    await setStatutoryClock(owner, '2025-04-24T23:59:59+08:00');
    expect(await today()).toBe('2025-04-24');
    await setStatutoryClock(owner, '2025-04-24T16:00:01Z');
    expect(await today()).toBe('2025-04-25');
    await setStatutoryClock(owner, null);
    expect(await offBy(new Date().toISOString())).toBeLessThan(60);
    await expect(refuseSettableClock(application, true)).rejects.toThrow(/belongs to a test/);
    await refuseSettableClock(application, false);
  });

  it('is out of reach for the application', async () => {
    for (const change of ['shift = NULL', 'settable = false']) {
      await expect(application.query(`UPDATE statutory_clock SET ${change}`)).rejects.toThrow(/permission denied/);
    }
    await expect(application.query('DELETE FROM statutory_clock')).rejects.toThrow(/permission denied/);
  });
});
