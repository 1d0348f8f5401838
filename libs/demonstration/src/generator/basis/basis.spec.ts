import { isExistingDate } from '@shucu/kernel';
import { datedIdOf, idOf } from './identifiers.js';
import { Random } from './random.js';
import { daysAfter, isDayOff, officeHour, serviceDate } from './working-days.js';

describe('choices by chance', () => {
  it('depend on the name of the stream alone', () => {
    const draw = (name: string) =>
      Array.from(
        { length: 5 },
        (
          (random) => () =>
            random.integer(0, 1e6)
        )(new Random(name)),
      );
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
  });

  it('keep to the weights and never lose or double an item', () => {
    const random = new Random('weights');
    const drawn = Array.from({ length: 4000 }, () =>
      random.weighted([
        ['rare', 1],
        ['frequent', 9],
      ] as const),
    );
    const rare = drawn.filter((word) => word === 'rare').length;
    expect(rare).toBeGreaterThan(320);
    expect(rare).toBeLessThan(480);
    expect(random.shuffled([1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5]);
    expect(random.sample(['x', 'y'], 5)).toHaveLength(2);
  });

  it('refuse to choose from nothing', () => {
    const random = new Random('nothing');
    expect(() => random.pick([])).toThrow('nothing to choose from');
    expect(() => random.weighted([])).toThrow('nothing to choose from');
  });
});

describe('identifiers', () => {
  it('are UUIDs that belong to their names', () => {
    expect(idOf('gansu', 'center', 1)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(idOf('a', 'bc')).not.toBe(idOf('ab', 'c'));
  });

  it('are ordered by their dates where they have one', () => {
    const ids = ['2023-05-01', '2024-01-31', '2024-02-01'].map((date) => datedIdOf(date, 'same'));
    expect(ids.toSorted()).toEqual(ids);
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab]/);
  });
});

describe('days', () => {
  it('are nearly always working days of the year, and exist', () => {
    const random = new Random('days');
    const dates = Array.from({ length: 2000 }, () => serviceDate(random, 2024));
    expect(dates.every((date) => isExistingDate(date) && date.startsWith('2024-'))).toBe(true);
    expect(dates.filter(isDayOff).length).toBeLessThan(0.06 * dates.length);
    expect(serviceDate(random, 2025, '2025-12-24') >= '2025-12-24').toBe(true);
  });

  it('know weekends, the Spring Festival and the national holidays', () => {
    expect(['2024-02-12', '2025-01-29', '2024-10-03', '2024-06-15'].map(isDayOff)).toEqual([true, true, true, true]);
    expect(isDayOff('2024-06-14')).toBe(false);
  });

  it('run over the end of a month', () => {
    expect(daysAfter('2024-02-28', 2)).toBe('2024-03-01');
    expect(officeHour(new Random('hour'), '2024-03-01')).toMatch(/^2024-03-01T(09|1\d):\d\d:\d\d\+08:00$/);
  });
});
