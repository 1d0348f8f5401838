import { setTimeout } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { AppError, newId } from '@shucu/kernel';
import { TenancyService } from '@shucu/tenancy';
import type { Job } from 'bullmq';
import { JobConsumer } from './job-consumer.js';
import type { JobContext } from './job-context.js';
import type { JobsOptions } from './jobs.options.js';
import { OutboxService } from './outbox.service.js';
import type { QueuedJob } from './queue.js';
import { BACKENDS, JobsBed, until } from './testing/jobs-bed.js';
import { ProbeJobs, probe } from './testing/probe.jobs.js';
import { startWorkerApp } from './testing/worker-app.js';

for (const { backend, suite } of BACKENDS) {
  suite(`jobs on ${backend}`, () => {
    let bed: JobsBed;
    let workers: INestApplicationContext[] = [];

    beforeAll(async () => {
      bed = await JobsBed.open(backend);
      await bed.superuser.query('CREATE TABLE effect (item uuid NOT NULL)');
      await bed.superuser.query('GRANT INSERT ON effect TO PUBLIC');
    });

    afterAll(() => bed?.close());

    afterEach(async () => {
      for (const worker of workers) await worker.close();
      workers = [];
      await bed.superuser.query('TRUNCATE outbox, effect');
      await bed.emptyQueue();
    });

    const startWorker = async (options: Partial<JobsOptions> = {}): Promise<INestApplicationContext> => {
      const { databaseUrl, redisUrl } = bed;
      const worker = await startWorkerApp({ databaseUrl, redisUrl, jobs: [probe], handlers: [ProbeJobs], ...options });
      workers.push(worker);
      return worker;
    };
    const enqueue = (worker: INestApplicationContext, count = 1, tenantId = bed.tenantId): Promise<string[]> => {
      const items = Array.from({ length: count }, () => ({ itemId: newId() }));
      const outbox = worker.get(OutboxService);
      return worker
        .get(TenancyService)
        .transaction(tenantId, () => outbox.enqueueAll(probe, items))
        .then(() => items.map(({ itemId }) => itemId));
    };
    const effects = async (): Promise<string[]> =>
      (await bed.superuser.query<{ item: string }[]>('SELECT item FROM effect ORDER BY item')).map(({ item }) => item);
    const leaveEffect = (item: string, context: JobContext) =>
      context.transaction((manager) => manager.query('INSERT INTO effect VALUES ($1)', [item])).then(() => undefined);

    it('runs a job when its transaction commits, and only then', async () => {
      ProbeJobs.prepare(async () => undefined);
      const worker = await startWorker();
      const [outbox, tenancy] = [worker.get(OutboxService), worker.get(TenancyService)];
      const rolledBack = tenancy.transaction(bed.tenantId, async () => {
        await outbox.enqueue(probe, { itemId: newId() });
        throw new Error('midway');
      });
      await expect(rolledBack).rejects.toThrow('midway');
      const item = newId();
      const id = await tenancy.transaction(bed.tenantId, () => outbox.enqueue(probe, { itemId: item }));
      await until(() => bed.isSettled());
      expect(await bed.outbox()).toEqual([{ id, attempts: 0, error: null, state: 'done' }]);
      expect(ProbeJobs.calls).toEqual([item]);
    });

    it('takes a job only in a tenant transaction and with a fitting payload', async () => {
      const worker = await startWorker();
      const [outbox, tenancy] = [worker.get(OutboxService), worker.get(TenancyService)];
      await expect(outbox.enqueue(probe, { itemId: newId() })).rejects.toThrow(/No tenant transaction/);
      const unfitting = tenancy.transaction(bed.tenantId, () => outbox.enqueue(probe, { itemId: '张三' }));
      await expect(unfitting).rejects.toThrow(/Invalid UUID/);
      expect(await bed.outbox()).toEqual([]);
    });

    it('does every job once with two workers at the same outbox', async () => {
      ProbeJobs.prepare(leaveEffect);
      const [first] = await Promise.all([startWorker(), startWorker()]);
      const items = (await Promise.all([1, 2, 3].map(() => enqueue(first, 40)))).flat();
      await until(() => bed.isSettled());
      expect(await effects()).toEqual(items.sort());
    });

    it('leaves one effect of a job that is delivered twice at the same time', async () => {
      ProbeJobs.prepare(async (item, context) => {
        await until(() => ProbeJobs.calls.length === 2);
        await leaveEffect(item, context);
      });
      const worker = await startWorker();
      await startWorker();
      const items = await enqueue(worker);
      await until(() => ProbeJobs.calls.length === 1);
      await bed.emptyQueue();
      await until(() => bed.isSettled());
      expect(ProbeJobs.calls).toHaveLength(2);
      expect(await effects()).toEqual(items);
    });

    it('would leave two effects of such a job without context.transaction', async () => {
      const worker = await startWorker();
      const tenancy = worker.get(TenancyService);
      ProbeJobs.prepare(async (item) => {
        await until(() => ProbeJobs.calls.length === 2);
        await tenancy.transaction(bed.tenantId, (manager) => manager.query('INSERT INTO effect VALUES ($1)', [item]));
      });
      const [item] = await enqueue(worker);
      await until(() => ProbeJobs.calls.length === 1);
      await bed.emptyQueue();
      await until(() => bed.isSettled());
      expect(await effects()).toEqual([item, item]);
    });

    it('does not deliver a job again while it is in its transaction, and relays others meanwhile', async () => {
      let isHeld = true;
      ProbeJobs.prepare(async (item, { transaction }) => {
        const isFirst = ProbeJobs.calls.length === 1;
        await transaction(async (manager) => {
          await manager.query('INSERT INTO effect VALUES ($1)', [item]);
          if (isFirst) await until(() => !isHeld);
        });
      });
      const worker = await startWorker();
      const [held] = await enqueue(worker);
      await until(() => ProbeJobs.calls.length === 1);
      await bed.emptyQueue();
      const [other] = await enqueue(worker);
      await setTimeout(1_000);
      expect(await effects()).toEqual([other]);
      isHeld = false;
      await until(() => bed.isSettled());
      expect(ProbeJobs.calls).toEqual([held, other]);
    });

    it('rebuilds a queue that was emptied', async () => {
      let isHeld = true;
      ProbeJobs.prepare(async (item, context) => {
        await until(() => !isHeld);
        await leaveEffect(item, context);
      });
      const worker = await startWorker({ concurrency: 1 });
      const items = await enqueue(worker, 30);
      await until(() => ProbeJobs.calls.length === 1);
      await bed.emptyQueue();
      isHeld = false;
      await until(() => bed.isSettled());
      expect(await effects()).toEqual(items.sort());
    });

    it('tries a failing job again and gives it up visibly after its last try', async () => {
      const attempts: number[] = [];
      ProbeJobs.prepare(async (_, { attempt }) => {
        attempts.push(attempt);
        throw new TypeError('张三 is missing');
      });
      await enqueue(await startWorker());
      await until(() => bed.isSettled());
      expect(attempts).toEqual([1, 2, 3]);
      expect(await bed.outbox()).toMatchObject([
        { state: 'failed', attempts: 3, error: expect.stringMatching(/^TypeError at jobs\.db\.spec\.[jt]s:\d+$/) },
      ]);
    });

    it('counts the death of its workers as a failed try, and delivers the job again', async () => {
      let isHeld = true;
      ProbeJobs.prepare(() => until(() => !isHeld));
      const worker = await startWorker();
      await enqueue(worker);
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
      const worker = await startWorker();
      await enqueue(worker);
      await until(() => bed.isSettled());
      expect(await bed.outbox()).toMatchObject([{ state: 'done', attempts: 1 }]);
      await bed.superuser.query('TRUNCATE outbox');
      ProbeJobs.prepare(async () => {
        throw new AppError('resource.notFound');
      });
      await enqueue(worker);
      await until(() => bed.isSettled());
      expect(await bed.outbox()).toMatchObject([{ state: 'failed', attempts: 1 }]);
    });

    it('does nothing for a suspended tenant, not even what is in the queue already, until it is active again', async () => {
      const other = newId();
      await bed.addTenant(other, 'other');
      let isHeld = true;
      ProbeJobs.prepare(() => until(() => !isHeld));
      const worker = await startWorker({ concurrency: 1 });
      await enqueue(worker);
      await until(() => ProbeJobs.calls.length === 1);
      await enqueue(worker, 1, other);
      const setStatus = (status: string) =>
        bed.superuser.query('UPDATE tenant SET status = $1 WHERE id = $2', [status, other]);
      await setStatus('suspended');
      await setTimeout(1_100);
      await enqueue(worker, 1, other);
      isHeld = false;
      await setTimeout(1_000);
      expect((await bed.outbox()).map(({ state }) => state)).toEqual(['done', 'open', 'open']);
      expect(ProbeJobs.calls).toHaveLength(1);
      await setStatus('active');
      await until(() => bed.isSettled());
      expect(ProbeJobs.calls).toHaveLength(3);
    });

    it('ends only when the running job has ended, and takes no further one', async () => {
      ProbeJobs.prepare(async (item, context) => {
        await setTimeout(500);
        await leaveEffect(item, context);
      });
      const worker = await startWorker({ concurrency: 1 });
      await enqueue(worker, 2);
      await until(() => ProbeJobs.calls.length === 1);
      await worker.close();
      workers = [];
      expect((await bed.outbox()).map(({ state }) => state)).toEqual(['done', 'open']);
      expect(await effects()).toHaveLength(1);
    });

    it('hears of new jobs again after its connection broke', async () => {
      ProbeJobs.prepare(async () => undefined);
      const worker = await startWorker({ timing: { pollMs: 60_000, reconcileMs: 60_000 } });
      const connections = () =>
        bed.superuser.query<unknown[]>(
          `SELECT pid FROM pg_stat_activity WHERE application_name = 'shucu-outbox' AND datname = current_database()`,
        );
      await until(async () => (await connections()).length === 1);
      await bed.superuser.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE application_name = 'shucu-outbox' AND datname = current_database()`,
      );
      await enqueue(worker);
      await until(() => bed.isSettled());
      await until(async () => (await connections()).length === 1);
      await enqueue(worker);
      await until(() => bed.isSettled());
      expect(ProbeJobs.calls).toHaveLength(2);
    });
  });
}
