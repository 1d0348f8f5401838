import fc from 'fast-check';
import { Decimal } from '../decimal.js';
import { samplePlugin } from '../testing/sample-plugin.js';
import { sheetsOf } from '../testing/sample-sheets.js';
import { gradeCohort } from './grade-cohort.js';
import type { Bands, Quota } from './grading.types.js';
import { quota } from './grading-builders.js';

const usual: Bands = { excellent: 90, good: 75, pass: 60 };

function graded(
  quotas: Partial<Record<'excellent' | 'good', Quota>>,
  totals: Readonly<Record<string, string>>,
  bands = usual,
) {
  const results = gradeCohort(samplePlugin({ grading: quota(bands, quotas) }), {
    sheets: sheetsOf(totals),
    history: {},
  });
  return { results, grades: Object.fromEntries(Object.entries(results).map(([id, { grade }]) => [id, grade])) };
}

describe('quota', () => {
  it('keeps a share of the cohort by rank, rounded down, and gives the others the next grade', () => {
    const { grades, results } = graded(
      { excellent: { share: '0.4' } },
      { a: '91', b: '99', c: '95', d: '50', e: '76' },
    );
    expect(grades).toEqual({ a: 'good', b: 'excellent', c: 'excellent', d: 'fail', e: 'good' });
    expect(results['a']?.reason).toBe(
      '总分 91 分，达到优秀标准（不低于 90 分），评为优秀；排名第 3，超出优秀名额 2 个，评为良好',
    );
  });

  it('passes what falls out of one quota on to the next', () => {
    const quotas = { excellent: { count: 1 }, good: { count: 1 } };
    expect(graded(quotas, { a: '95', b: '94', c: '93', d: '80' }).grades).toEqual({
      a: 'excellent',
      b: 'good',
      c: 'pass',
      d: 'pass',
    });
  });

  it('leaves a tie across the line outside, or takes it in when told to', () => {
    const totals = { a: '95', b: '92', c: '92', d: '80', e: '70' };
    expect(graded({ excellent: { count: 2 } }, totals).grades).toMatchObject({ a: 'excellent', b: 'good', c: 'good' });
    const including = graded({ excellent: { count: 2, ties: 'include' } }, totals).grades;
    expect(including).toMatchObject({ a: 'excellent', b: 'excellent', c: 'excellent' });
  });

  it('can leave no place at all, and falls to pass where there is no good', () => {
    expect(graded({ excellent: { share: 0 } }, { a: '95' }, { excellent: 90, pass: 60 }).grades).toEqual({ a: 'pass' });
  });

  it('never exceeds its share and never ranks a lower total above a higher one', () => {
    const totals = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(totals, fc.integer({ min: 0, max: 10 }), (list, tenths) => {
        const named = Object.fromEntries(list.map((total, index) => [`c${index}`, String(total)]));
        const { grades } = graded({ excellent: { share: new Decimal(tenths).div(10).toFixed() } }, named);
        const excellent = list.filter((_, index) => grades[`c${index}`] === 'excellent');
        const good = list.filter((_, index) => grades[`c${index}`] === 'good');
        expect(excellent.length).toBeLessThanOrEqual(Math.floor((list.length * tenths) / 10));
        expect(Math.min(...excellent, 101)).toBeGreaterThan(Math.max(...good, -1));
      }),
      { numRuns: 50 },
    );
  });
});
