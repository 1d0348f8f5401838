import { endOfYears } from './periods.js';

describe('a period of years', () => {
  it('ends on the corresponding day, or on the last day of February where there is none', () => {
    expect(endOfYears('2026-03-15', 2)).toBe('2028-03-15');
    expect(endOfYears('2024-02-29', 2)).toBe('2026-02-28');
    expect(endOfYears('2024-02-29', 4)).toBe('2028-02-29');
  });

  it('refuses a date that does not exist', () => {
    expect(() => endOfYears('2026-02-30', 2)).toThrow(/no such date/);
  });
});
