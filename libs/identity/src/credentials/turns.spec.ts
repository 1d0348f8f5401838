import { setImmediate as later } from 'node:timers/promises';
import { Turns } from './turns.js';

describe('turns', () => {
  it('lets so many at once, has the others wait in their order, and sends away who would wait too long', async () => {
    const sut = new Turns(2, 3, 'argon2');
    const order: number[] = [];
    let running = 0;
    let most = 0;
    const work = (index: number) => async (): Promise<number> => {
      running += 1;
      most = Math.max(most, running);
      order.push(index);
      await later();
      running -= 1;
      return index;
    };
    const outcomes = await Promise.allSettled([0, 1, 2, 3, 4, 5].map((index) => sut.take(work(index))));
    expect(outcomes.map(({ status }) => status)).toEqual([...Array(5).fill('fulfilled'), 'rejected']);
    expect(outcomes.at(-1)).toMatchObject({ reason: { code: 'service.unavailable', params: { reason: 'argon2' } } });
    expect([order, most]).toEqual([[0, 1, 2, 3, 4], 2]);
  });

  it('gives the turn on, also where the work fails', async () => {
    const sut = new Turns(1, 1, 'argon2');
    const failing = sut.take(async () => {
      await later();
      throw new Error('failed');
    });
    const next = sut.take(async () => 'next');
    await expect(failing).rejects.toThrow('failed');
    await expect(next).resolves.toBe('next');
    await expect(sut.take(async () => 'later')).resolves.toBe('later');
  });
});
