import { valueOn } from './timeline.js';

const spells = [
  { validThrough: '2025-06-30', value: '乙' },
  { validThrough: '2024-12-31', value: '甲' },
];

describe('a timeline', () => {
  it.each([
    ['2020-01-01', '甲'],
    ['2024-12-31', '甲'],
    ['2025-01-01', '乙'],
    ['2025-06-30', '乙'],
    ['2025-07-01', '丙'],
  ])('says on %s what held that day', (on, value) => {
    expect(valueOn(spells, '丙', on)).toBe(value);
  });

  it('says what holds now where nothing has changed, and that nothing was known where nothing was', () => {
    expect(valueOn([], null, '2025-01-01')).toBeNull();
    expect(valueOn([{ validThrough: '2025-01-31', value: null }], '天水', '2025-01-01')).toBeNull();
  });
});
