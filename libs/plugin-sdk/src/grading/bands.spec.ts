import fc from 'fast-check';
import { Decimal } from '../decimal.js';
import { bandGrade } from './band-grade.js';
import { bandFaults } from './bands.js';
import { type Bands, GRADES } from './grading.types.js';

const usual: Bands = { excellent: 90, good: 75, pass: 60 };
const grades = (bands: Bands, totals: readonly string[]) => totals.map((total) => bandGrade(bands, total, null).grade);
const lines = (bands: unknown) => bandFaults(bands, 'bands').map(({ path, message }) => `${path}: ${message}`);

describe('bands', () => {
  it('include their lower ends and tell 89.995 from 90', () => {
    const totals = ['100', '90', '89.995', '89.999999999999', '75', '74.999999999999', '60', '59.99', '0'];
    expect(grades(usual, totals)).toEqual([
      'excellent',
      'excellent',
      'good',
      'good',
      'good',
      'pass',
      'pass',
      'fail',
      'fail',
    ]);
  });

  it('leave an end out where they say so: 70分以上(不含70分)', () => {
    const bands = { ...usual, good: { at: '70', inclusive: false } };
    expect(grades(bands, ['70', '70.000000000001'])).toEqual(['pass', 'good']);
  });

  it('may do without a band', () => {
    expect(grades({ pass: 60 }, ['100', '60', '59'])).toEqual(['pass', 'pass', 'fail']);
  });

  it('never give a higher total a lower grade', () => {
    const total = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(total, total, (x, y) => {
        const [low, high] = grades(
          usual,
          [Math.min(x, y), Math.max(x, y)].map((cents) => new Decimal(cents).div(100).toFixed()),
        );
        expect(GRADES.indexOf(high ?? 'fail')).toBeLessThanOrEqual(GRADES.indexOf(low ?? 'excellent'));
      }),
    );
  });

  it('explain a grade without rounding over a bound', () => {
    expect(bandGrade(usual, '89.995', null).reason).toBe(
      '总分 89.995 分，达到良好标准（不低于 75 分），未达到优秀标准（不低于 90 分），评为良好',
    );
    expect(bandGrade(usual, '86.333333333333', null).reason).toMatch(/^总分 86\.33 分/);
    expect(bandGrade(usual, '20', null).reason).toBe('总分 20 分，未达到合格标准（不低于 60 分），评为不合格');
  });
});

describe('bandFaults', () => {
  it('accepts upper ends that meet the next band exactly', () => {
    expect(lines({ excellent: 90, good: { at: 75, upTo: { at: '90' } }, pass: { at: 60, upTo: { at: 75 } } })).toEqual(
      [],
    );
    const closed = { excellent: { at: 90, inclusive: false }, pass: { at: 60, upTo: { at: 90, inclusive: true } } };
    expect(lines(closed)).toEqual([]);
  });

  it('names overlaps and gaps', () => {
    expect(lines({ excellent: 75, good: 75, pass: 80 })).toEqual([
      'bands.good: begins at 75, which overlaps excellent (from 75)',
      'bands.pass: begins at 80, which overlaps good (from 75)',
    ]);
    const upTo = (at: number, inclusive: boolean, above: unknown = 90) =>
      lines({ excellent: above, pass: { at: 60, upTo: { at, inclusive } } });
    expect(upTo(89, true)).toEqual(['bands.pass.upTo: leaves a gap between 89 and excellent (from 90)']);
    expect(upTo(91, false)).toEqual(['bands.pass.upTo: overlaps excellent, which begins at 90']);
    expect(upTo(90, true)).toEqual(['bands.pass.upTo: overlaps excellent: both include 90']);
    expect(upTo(90, false, { at: 90, inclusive: false })).toEqual([
      'bands.pass.upTo: leaves a gap: neither this band nor excellent includes 90',
    ]);
    expect(lines({ excellent: { at: 90, upTo: { at: 100 } }, pass: 60 })).toEqual([
      'bands.excellent.upTo: the best band has no upper end',
    ]);
  });

  it('names what is no number', () => {
    expect(lines({ excellent: '9o', pass: Number.NaN })).toEqual([
      'bands.excellent: expected a finite decimal number',
      'bands.pass: expected a finite decimal number or { at, inclusive, upTo }',
    ]);
    expect(lines({ excellent: 90 })).toEqual([
      'bands.pass: expected a finite decimal number or { at, inclusive, upTo }',
    ]);
  });
});
