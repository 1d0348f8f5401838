import { setTimeout } from 'node:timers/promises';
import { newId } from '@shucu/kernel';
import { TenancyService } from '@shucu/tenancy';
import { OutboxService } from './outbox.service.js';
import { BACKENDS, JobsBed, until } from './testing/jobs-bed.js';
import { ProbeJobs, probe } from './testing/probe.jobs.js';

for (const { backend, suite } of BACKENDS) {
  suite(`jobs on ${backend}`, () => {
    let bed: JobsBed;

    beforeAll(async () => {
      bed = await JobsBed.open(backend);
    });

    afterAll(() => bed?.close());
    afterEach(() => bed.reset());

    it('runs a job when its transaction commits, and only then', async () => {
      ProbeJobs.prepare(async () => undefined);
      const worker = await bed.startWorker();
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
      const worker = await bed.startWorker();
      const [outbox, tenancy] = [worker.get(OutboxService), worker.get(TenancyService)];
      await expect(outbox.enqueue(probe, { itemId: newId() })).rejects.toThrow(/No tenant transaction/);
      const unfitting = tenancy.transaction(bed.tenantId, () => outbox.enqueue(probe, { itemId: '张三' }));
      await expect(unfitting).rejects.toThrow(/Invalid UUID/);
      expect(await bed.outbox()).toEqual([]);
    });

    it('does every job once with two workers at the same outbox', async () => {
      ProbeJobs.prepare(bed.leaveEffect);
      await Promise.all([bed.startWorker(), bed.startWorker()]);
      const items = (await Promise.all([1, 2, 3].map(() => bed.enqueue(40)))).flat();
      await until(() => bed.isSettled());
      await bed.stopWorkers();
      expect(await bed.effects()).toEqual(items.sort());
    });

    it('leaves one effect of a job that is delivered twice at the same time', async () => {
      ProbeJobs.prepare(async (item, context) => {
        await until(() => ProbeJobs.calls.length === 2);
        await bed.leaveEffect(item, context);
      });
      await bed.startWorker();
      await bed.startWorker();
      const items = await bed.enqueue();
      await until(() => ProbeJobs.calls.length === 1);
      await bed.emptyQueue();
      await until(() => bed.isSettled());
      await bed.stopWorkers();
      expect(ProbeJobs.calls).toHaveLength(2);
      expect(await bed.effects()).toEqual(items);
    });

    it('would leave two effects of such a job without context.transaction', async () => {
      const worker = await bed.startWorker();
      const tenancy = worker.get(TenancyService);
      ProbeJobs.prepare(async (item) => {
        await until(() => ProbeJobs.calls.length === 2);
        await tenancy.transaction(bed.tenantId, (manager) => manager.query('INSERT INTO effect VALUES ($1)', [item]));
      });
      const [item] = await bed.enqueue();
      await until(() => ProbeJobs.calls.length === 1);
      await bed.emptyQueue();
      await until(() => bed.isSettled());
      await bed.stopWorkers();
      expect(await bed.effects()).toEqual([item, item]);
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
      await bed.startWorker();
      const [held] = await bed.enqueue();
      await until(() => ProbeJobs.calls.length === 1);
      await bed.emptyQueue();
      const [other] = await bed.enqueue();
      await setTimeout(1_000);
      expect(await bed.effects()).toEqual([other]);
      isHeld = false;
      await until(() => bed.isSettled());
      expect(ProbeJobs.calls).toEqual([held, other]);
    });

    it('rebuilds a queue that was emptied', async () => {
      let isHeld = true;
      ProbeJobs.prepare(async (item, context) => {
        await until(() => !isHeld);
        await bed.leaveEffect(item, context);
      });
      await bed.startWorker({ concurrency: 1 });
      const items = await bed.enqueue(30);
      await until(() => ProbeJobs.calls.length === 1);
      await bed.emptyQueue();
      isHeld = false;
      await until(() => bed.isSettled());
      await bed.stopWorkers();
      expect(await bed.effects()).toEqual(items.sort());
    });

    it('does nothing for a suspended tenant, not even what is in the queue already, until it is active again', async () => {
      const other = newId();
      await bed.addTenant(other, 'other');
      let isHeld = true;
      ProbeJobs.prepare(() => until(() => !isHeld));
      await bed.startWorker({ concurrency: 1 });
      await bed.enqueue();
      await until(() => ProbeJobs.calls.length === 1);
      await bed.enqueue(1, other);
      const setStatus = (status: string) =>
        bed.superuser.query('UPDATE tenant SET status = $1 WHERE id = $2', [status, other]);
      await setStatus('suspended');
      await setTimeout(1_100);
      await bed.enqueue(1, other);
      isHeld = false;
      await setTimeout(1_000);
      expect((await bed.outbox()).map(({ state }) => state)).toEqual(['done', 'open', 'open']);
      expect(ProbeJobs.calls).toHaveLength(1);
      await setStatus('active');
      await until(() => bed.isSettled());
      expect(ProbeJobs.calls).toHaveLength(3);
    });

    it('leaves a job whose tenant is suspended while it runs, as it is, and does it once when the tenant is active again', async () => {
      const setStatus = (status: string) =>
        bed.superuser.query('UPDATE tenant SET status = $1 WHERE id = $2', [status, bed.tenantId]);
      ProbeJobs.prepare(async (item, context) => {
        if (ProbeJobs.calls.length === 1) await setStatus('suspended');
        await bed.leaveEffect(item, context);
      });
      await bed.startWorker();
      const [item] = await bed.enqueue();
      await until(() => ProbeJobs.calls.length === 1);
      await setTimeout(1_000);
      expect(await bed.outbox()).toMatchObject([{ state: 'open', attempts: 0, error: null }]);
      expect([ProbeJobs.calls.length, await bed.effects()]).toEqual([1, []]);
      await setStatus('active');
      await until(() => bed.isSettled());
      expect(await bed.outbox()).toMatchObject([{ state: 'done', attempts: 0, error: null }]);
      expect(await bed.effects()).toEqual([item]);
    });

    it('hears of new jobs again after its connection broke', async () => {
      ProbeJobs.prepare(async () => undefined);
      await bed.startWorker({ timing: { pollMs: 60_000, reconcileMs: 60_000 } });
      const connections = () =>
        bed.superuser.query<unknown[]>(
          `SELECT pid FROM pg_stat_activity WHERE application_name = 'shucu-outbox' AND datname = current_database()`,
        );
      await until(async () => (await connections()).length === 1);
      await bed.superuser.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE application_name = 'shucu-outbox' AND datname = current_database()`,
      );
      await bed.enqueue();
      await until(() => bed.isSettled());
      await until(async () => (await connections()).length === 1);
      await bed.enqueue();
      await until(() => bed.isSettled());
      expect(ProbeJobs.calls).toHaveLength(2);
    });
  });
}
