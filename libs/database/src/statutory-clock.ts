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

/** Whether statutory time can be set here: never so where it counts. */
export async function isStatutoryClockSettable(dataSource: DataSource): Promise<boolean> {
  const [row] = await dataSource.query<{ settable: boolean }[]>('SELECT settable FROM statutory_clock');
  return row?.settable === true;
}
