import { setTimeout } from 'node:timers/promises';
import { freePort } from '@shucu/database';
import { AppError } from '@shucu/kernel';
import type { Job } from 'bullmq';
import { JobConsumer } from './job-consumer.js';
import { openQueue } from './queue.backend.js';
import type { QueuedJob } from './queue.js';
import { BACKENDS, JobsBed, until } from './testing/jobs-bed.js';
import { ProbeJobs, probe } from './testing/probe.jobs.js';

for (const { backend, suite } of BACKENDS) {
  suite(`jobs that fail or end on ${backend}`, () => {
    let bed: JobsBed;

    beforeAll(async () => {
      bed = await JobsBed.open(backend);
    });

    afterAll(() => bed?.close());
    afterEach(() => bed.reset());

    it('tries a failing job again and gives it up visibly after its last try', async () => {
      const attempts: number[] = [];
      ProbeJobs.prepare(async (_, { attempt }) => {
        attempts.push(attempt);
        throw new TypeError('张三 is missing');
      });
      await bed.startWorker();
      await bed.enqueue();
      await until(() => bed.isSettled());
      expect(attempts).toEqual([1, 2, 3]);
      expect(await bed.outbox()).toMatchObject([
        {
          state: 'failed',
          attempts: 3,
          error: expect.stringMatching(/^TypeError at job-failure\.db\.spec\.[jt]s:\d+$/),
        },
      ]);
    });

    it('counts the death of its workers as a failed try, and delivers the job again', async () => {
      let isHeld = true;
      ProbeJobs.prepare(() => until(() => !isHeld));
      const worker = await bed.startWorker();
      await bed.enqueue();
      await until(() => ProbeJobs.calls.length === 1);
      const id = (await bed.outbox())[0]?.id as string;
      const data = { tenantId: bed.tenantId };
      await worker.get(JobConsumer).giveUp({ id, name: probe.name, data } as Job<QueuedJob>);
      expect(await bed.outbox()).toEqual([
        { id, attempts: 1, error: expect.stringMatching(/^WorkersDied/), state: 'open' },
      ]);
      await bed.emptyQueue();
      isHeld = false;
      await until(() => bed.isSettled());
      expect(await bed.outbox()).toMatchObject([{ attempts: 1, state: 'done' }]);
    });

    it('tries a refusal again only where the state may change, and nothing that was done', async () => {
      ProbeJobs.prepare(async (_, { attempt, transaction }) => {
        if (attempt === 1) throw new AppError('document.notReady');
        await transaction(async () => null);
        throw new AppError('resource.notFound');
      });
      await bed.startWorker();
      await bed.enqueue();
      await until(() => bed.isSettled());
      expect(await bed.outbox()).toMatchObject([{ state: 'done', attempts: 1 }]);
      await bed.superuser.query('TRUNCATE outbox');
      ProbeJobs.prepare(async () => {
        throw new AppError('resource.notFound');
      });
      await bed.enqueue();
      await until(() => bed.isSettled());
      expect(await bed.outbox()).toMatchObject([{ state: 'failed', attempts: 1 }]);
    });

    it('ends only when the running job has ended, and takes no further one', async () => {
      ProbeJobs.prepare(async (item, context) => {
        await setTimeout(500);
        await bed.leaveEffect(item, context);
      });
      await bed.startWorker({ concurrency: 1 });
      await bed.enqueue(2);
      await until(() => ProbeJobs.calls.length === 1);
      await bed.stopWorkers();
      expect((await bed.outbox()).map(({ state }) => state)).toEqual(['done', 'open']);
      expect(await bed.effects()).toHaveLength(1);
    });

    it('cannot begin without its queue, and says why', async () => {
      const { databaseUrl, redisUrl } = bed;
      const away = redisUrl && `redis://127.0.0.1:${await freePort()}`;
      await bed.superuser.query('ALTER SCHEMA bullmq RENAME TO away');
      const opening = openQueue({ databaseUrl, redisUrl: away, concurrency: 1 }, () => undefined);
      await expect(opening).rejects.toThrow(
        /^The job queue cannot be used \(.+\): is REDIS_URL right, or, without it, has/,
      );
      await bed.superuser.query('ALTER SCHEMA away RENAME TO bullmq');
    });
  });
}
