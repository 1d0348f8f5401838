import type { AuditQuery } from './audit.repository.js';
import type { AuditEvent } from './audit.service.js';
import { AuditBed } from './testing/audit-bed.js';

const DAY_MS = 86_400_000;

describe('the list of entries', () => {
  let bed: AuditBed;

  beforeAll(async () => {
    bed = await AuditBed.open();
    await bed.addRegions(2, bed.tenants.theirs);
    await bed.addRegions(2);
    const event: AuditEvent = { action: 'session.signIn', subject: 'account', subjectId: 'a', result: 'refused' };
    await bed.act(() => bed.audit.note(event));
    await bed.act(async (manager) => {
      await manager.query(
        `SELECT set_config('app.audit_actor', '{"kind":"account","id":"zhang","name":"张三"}', true)`,
      );
      await bed.audit.note({ ...event, subjectId: 'b', result: 'done', details: { method: 'password' } });
    });
    await bed.addRegions(1);
  });
  afterAll(() => bed?.close());

  const numbers = async (query: Omit<AuditQuery, 'limit'>, limit = 10): Promise<number[]> =>
    (await bed.act(() => bed.audit.list({ ...query, limit }))).map(({ seq }) => seq);
  const fromNow = (ms: number): string => new Date(Date.now() + ms).toISOString();

  it('gives the latest first, page by page, of this tenant alone', async () => {
    expect(await numbers({}, 2)).toEqual([5, 4]);
    expect(await numbers({ before: 4 }, 2)).toEqual([3, 2]);
    expect(await numbers({ before: 2 }, 2)).toEqual([1]);
  });

  it('filters by who, what, on what, with what result and when', async () => {
    expect(await numbers({ actorId: 'zhang' })).toEqual([4]);
    expect(await numbers({ action: 'session.signIn' })).toEqual([4, 3]);
    expect(await numbers({ subject: 'account', subjectId: 'a' })).toEqual([3]);
    expect(await numbers({ result: 'refused' })).toEqual([3]);
    expect(await numbers({ from: fromNow(-DAY_MS), to: fromNow(DAY_MS) })).toEqual([5, 4, 3, 2, 1]);
    expect(await numbers({ from: fromNow(DAY_MS) })).toEqual([]);
    expect(await numbers({ to: fromNow(-DAY_MS) })).toEqual([]);
  });

  it('takes an instant in any zone, the first included and the second not', async () => {
    const [entry] = await bed.act(() => bed.audit.list({ limit: 1 }));
    const at = entry?.at ?? '';
    const shanghai = `${new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 19)}${at.slice(19, -1)}+08:00`;
    expect(await numbers({ from: shanghai })).toEqual([5]);
    expect(await numbers({ to: shanghai })).toEqual([4, 3, 2, 1]);
  });

  it('gives whole entries', async () => {
    const [entry] = await bed.act(() => bed.audit.list({ actorId: 'zhang', limit: 1 }));
    expect(entry).toMatchObject({
      actor: { kind: 'account', id: 'zhang', name: '张三' },
      action: 'session.signIn',
      details: { method: 'password' },
      algorithm: 'sha256',
      hash: (await bed.entries())[3]?.hash,
    });
  });
});
