import { MicroBatch } from './micro-batch.js';

describe('MicroBatch', () => {
  it('asks together for what comes together, tenant by tenant, and gives each its own answer', async () => {
    const asked: string[] = [];
    const batch = new MicroBatch<number, number>(async (tenantId, items) => {
      asked.push(`${tenantId}:${items.join('+')}`);
      return items.map((item) => item * 10);
    }, 100);
    const answers = await Promise.all([batch.run('a', 1), batch.run('b', 2), batch.run('a', 3)]);
    expect(answers).toEqual([10, 20, 30]);
    expect(asked).toEqual(['a:1+3', 'b:2']);
  });

  it('does not wait when it is full, and gathers what comes while it asks', async () => {
    const asked: number[] = [];
    let answer: () => void = () => undefined;
    const batch = new MicroBatch<number, number>(async (_, items) => {
      asked.push(items.length);
      if (asked.length === 1) await new Promise<void>((resolve) => (answer = resolve));
      return items;
    }, 2);
    const first = [batch.run('a', 1), batch.run('a', 2)];
    expect(asked).toEqual([2]);
    const later = [batch.run('a', 3), batch.run('a', 4), batch.run('a', 5)];
    answer();
    await Promise.all([...first, ...later]);
    expect(asked).toEqual([2, 3]);
  });

  it('rejects all of a failed batch and goes on with the next', async () => {
    let isBroken = true;
    const batch = new MicroBatch<number, number>(async (_, items) => {
      if (isBroken) throw new Error('connection lost');
      return items;
    }, 100);
    const outcomes = await Promise.allSettled([batch.run('a', 1), batch.run('a', 2)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isBroken = false;
    await expect(batch.run('a', 3)).resolves.toBe(3);
  });
});
