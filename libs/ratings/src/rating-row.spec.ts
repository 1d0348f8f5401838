import type { ScoreSheet } from '@shucu/plugin-sdk';
import type { RatingInputs } from './rating.entity.js';
import { computedResult, excluded } from './rating-row.js';

const inputs = {
  center: { id: 'center' },
  year: 2025,
  measures: {},
  opinions: {},
  history: [],
} as unknown as RatingInputs;
const sheet = { total: '61.5', missing: [{ blocking: true }, { blocking: false }] } as unknown as ScoreSheet;

describe('what a computation says of a center', () => {
  it('is a grade with its sheet, or the state of not being evaluated, or an error', () => {
    const rated = computedResult({ inputs, ok: true, sheet, grade: { grade: 'pass', reason: '达到 60 分' } });
    expect(rated).toMatchObject({ state: 'rated', grade: 'pass', total: '61.5', missingOpinions: 1, error: null });
    expect(rated.sheetHash).toMatch(/^[0-9a-f]{64}$/);
    const waiting = computedResult({ inputs, ok: true, sheet, grade: { grade: 'notEvaluated', reason: '缺专家评分' } });
    expect(waiting).toMatchObject({ state: 'notEvaluated', grade: null, gradeReason: '缺专家评分', total: '61.5' });
    const error = { code: 'plugin.threw', message: '没有系数' };
    expect(computedResult({ inputs, ok: false, error })).toMatchObject({
      state: 'error',
      sheet: null,
      total: null,
      error,
    });
  });

  it('gives no grade where an officer does not have the center evaluated, and asks for no opinion', () => {
    const rated = computedResult({ inputs, ok: true, sheet, grade: { grade: 'fail', reason: '不足 60 分' } });
    expect(excluded(rated, '地震停业')).toMatchObject({
      ...{ state: 'notEvaluated', grade: null, gradeReason: '地震停业', missingOpinions: 0, total: '61.5' },
    });
  });
});
