import { earlierGrades, type FinalisedRating, failsInARow } from './grade-history.js';

const rated = (year: number, grade: FinalisedRating['grade']): FinalisedRating => ({
  ...{ centerId: 'center', ratingId: `rating ${year}`, total: '50', year, grade },
});

describe('fails in a row (第十七条第（一）项)', () => {
  it('are the newest evaluations, all of which failed', () => {
    const row = [rated(2026, 'fail'), rated(2025, 'fail'), rated(2024, 'good')];
    expect(failsInARow(row, 2)?.map(({ year }) => year)).toEqual([2026, 2025]);
    expect(failsInARow(row, 3)).toBeNull();
    expect(failsInARow(row.slice(1), 2)).toBeNull();
    expect(failsInARow([], 1)).toBeNull();
  });

  it('are not broken by a year in which the center was not evaluated: that is no grade', () => {
    const row = [rated(2026, 'fail'), rated(2024, 'fail')];
    expect(failsInARow(row, 2)).toEqual(row);
    expect(earlierGrades(row)).toEqual([
      { year: 2026, grade: 'fail' },
      { year: 2024, grade: 'fail' },
    ]);
    expect(earlierGrades(undefined)).toEqual([]);
  });
});
