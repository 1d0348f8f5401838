import type { IsoDate } from '@shucu/kernel';
import type { EntityManager } from 'typeorm';

/** Today in Asia/Shanghai by the database's clock: no process's own clock decides anything statutory. */
export async function statutoryToday(manager: EntityManager): Promise<IsoDate> {
  const [{ today }] = await manager.query<[{ today: IsoDate }]>(
    `SELECT to_char(statutory_today(), 'YYYY-MM-DD') AS today`,
  );
  return today;
}
