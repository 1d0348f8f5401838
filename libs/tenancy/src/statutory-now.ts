import type { EntityManager } from 'typeorm';

/** The statutory now by the database's clock, to the millisecond: what a step writes down as the moment at which it was taken. */
export async function statutoryNow(manager: EntityManager): Promise<Date> {
  const [{ now }] = await manager.query<[{ now: Date }]>('SELECT statutory_now() AS now');
  return now;
}
