import { fork } from 'node:child_process';
import { once } from 'node:events';
import { openDataSource } from '@shucu/database';
import { newId } from '@shucu/kernel';
import { tenantTransaction } from '@shucu/tenancy';
import { OutboxService } from './outbox.service.js';
import { halves } from './testing/halves.jobs.js';
import { BACKENDS, JobsBed } from './testing/jobs-bed.js';
import { type KillRepeatedlyResult, killRepeatedly } from './testing/kill-repeatedly.js';

for (const { backend, suite } of BACKENDS) {
  suite(`a worker on ${backend} that is killed again and again`, () => {
    let bed: JobsBed;

    beforeAll(async () => {
      bed = await JobsBed.open(backend);
      await bed.superuser.query('CREATE TABLE half (item uuid NOT NULL, half text NOT NULL)');
      await bed.superuser.query('GRANT INSERT ON half TO PUBLIC');
    });

    afterAll(() => bed?.close());

    const enqueue = async (count: number): Promise<void> => {
      const source = await openDataSource({ url: bed.databaseUrl, name: 'kill-test', poolSize: 1 });
      const items = Array.from({ length: count }, () => ({ itemId: newId() }));
      await tenantTransaction(source, bed.tenantId, () => new OutboxService().enqueueAll(halves, items));
      await source.destroy();
    };
    const kill = (kind: 'sound' | 'naive', kills: number): Promise<KillRepeatedlyResult> =>
      killRepeatedly({
        spawn: () =>
          fork(new URL('./testing/halves.worker.js', import.meta.url), {
            env: { DATABASE_URL: bed.databaseUrl, REDIS_URL: bed.redisUrl, HALVES: kind },
            execArgv: [],
          }),
        kills,
        isDone: () => bed.isSettled(),
        betweenMs: [50, 350],
        whenReady: (worker) => once(worker, 'message'),
      });
    /** Items that do not have exactly their two halves. */
    const wrong = async (): Promise<number> => {
      const [row] = await bed.superuser.query<[{ wrong: number }]>(
        `SELECT count(*)::int AS wrong FROM (
           SELECT payload->>'itemId' AS item FROM outbox WHERE done_at IS NOT NULL) AS job
         FULL JOIN (SELECT item::text, array_agg(half ORDER BY half) AS halves FROM half GROUP BY item) AS done USING (item)
         WHERE halves IS DISTINCT FROM ARRAY['first', 'second']`,
      );
      return row.wrong;
    };

    // PostgreSQL is where the state of a job and the queue's own state are killed together, so it gets the longer run.
    const kills = backend === 'postgres' ? 20 : 8;

    it(`does every job exactly once over ${kills} kills`, async () => {
      await enqueue(kills * 20);
      expect(await kill('sound', kills)).toEqual({ kills });
      expect((await bed.outbox()).filter(({ state }) => state !== 'done')).toEqual([]);
      expect(await wrong()).toBe(0);
    }, 180_000);

    it('is caught when it works naively', async () => {
      await enqueue(60);
      expect(await kill('naive', 3)).toEqual({ kills: 3 });
      expect(await wrong()).toBeGreaterThan(0);
    });
  });
}
