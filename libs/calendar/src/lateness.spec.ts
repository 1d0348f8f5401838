import { daysLate } from './lateness.js';

describe('lateness', () => {
  it.each([
    ['2026-01-31', '2026-01-30', 0],
    ['2026-01-31', '2026-01-31', 0],
    ['2026-01-31', '2026-02-01', 1],
    ['2024-02-28', '2024-03-01', 2],
    ['2025-12-31', '2027-01-01', 366],
  ])('of what was due on %s and done on %s is %i day(s)', (dueOn, doneOn, days) => {
    expect(daysLate(dueOn, doneOn)).toBe(days);
  });
});
