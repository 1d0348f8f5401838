import type { DataSource } from 'typeorm';

/** The clock of this database cannot be set. */
export class StatutoryClockError extends Error {
  override readonly name = 'StatutoryClockError';
}

/**
 * Lets the statutory clock of a test's or a demonstration's database be set, for good: production refuses such a database. Runs
 * as the owner of the schema; the application can do neither.
 */
export async function makeStatutoryClockSettable(owner: DataSource): Promise<void> {
  await owner.query('UPDATE statutory_clock SET settable = true');
}

/** From now on it is the given instant, and time runs on from there; nothing sets the clock right again. Throws {@link StatutoryClockError}. */
export async function setStatutoryClock(owner: DataSource, instant: string | null): Promise<void> {
  const [, changed] = await owner.query<[unknown, number]>(
    `UPDATE statutory_clock SET shift = CASE WHEN $1::timestamptz IS NULL THEN interval '0'
       ELSE make_interval(secs => extract(epoch FROM $1::timestamptz - clock_timestamp())::double precision) END
     WHERE settable`,
    [instant],
  );
  if (changed !== 1) throw new StatutoryClockError('The statutory clock of this database cannot be set');
}

/** Refuses, where it counts, a database whose statutory time can be set. Throws {@link StatutoryClockError}. */
export async function refuseSettableClock(dataSource: DataSource, isProduction: boolean): Promise<void> {
  if (!isProduction) return;
  const [clock] = await dataSource.query<{ settable: boolean }[]>('SELECT settable FROM statutory_clock');
  if (!clock?.settable) return;
  throw new StatutoryClockError(
    'The statutory clock of this database can be set, so it belongs to a test or a demonstration: use another database, or NODE_ENV=development',
  );
}
