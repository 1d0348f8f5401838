import { sealedRun } from './sealed-run.js';

describe('sealedRun', () => {
  it('lets pure functions run, also over given dates', () => {
    expect(sealedRun(() => new Date('2026-01-31T00:00:00Z').getUTCDate() + Math.max(1, 2))).toBe(33);
  });

  it('gives the clock and chance back, also after a fault', () => {
    expect(() => sealedRun(() => Math.random())).toThrow(/must not read chance/);
    expect(Math.random()).toBeLessThan(1);
    expect(Date.now()).toBeGreaterThan(0);
  });
});
