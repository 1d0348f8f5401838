import { samplePlugin } from '../testing/sample-plugin.js';
import { sheetsOf } from '../testing/sample-sheets.js';
import { gradeCohort } from './grade-cohort.js';
import type { Bands, CohortFunction, GradeResult } from './grading.types.js';
import { cohort } from './grading-builders.js';

const usual: Bands = { excellent: 90, good: 75, pass: 60 };
const only = (results: Readonly<Record<string, GradeResult>>) =>
  Object.fromEntries(Object.entries(results).map(([id, { grade }]) => [id, grade]));

describe('gradeCohort by bands', () => {
  const sheets = sheetsOf({ a: '90', b: '89.995', c: '60', d: '59' });

  it('grades every center by its own total', () => {
    const grades = only(gradeCohort(samplePlugin(), { sheets, history: {} }));
    expect(grades).toEqual({ a: 'excellent', b: 'good', c: 'pass', d: 'fail' });
  });

  it('takes the bands of the rule set', () => {
    const grades = gradeCohort(samplePlugin(), { sheets, history: {} }, { bands: { good: 89, pass: 50 } });
    expect(only(grades)).toEqual({ a: 'good', b: 'good', c: 'pass', d: 'pass' });
  });

  it('does not evaluate a sheet that lacks opinions', () => {
    const missing = [
      { key: 'x.y', indicatorId: 'x', criterionId: 'y', title: 'y', kind: 'opinion', blocking: true, explanation: '' },
    ] as const;
    const incomplete = sheetsOf({ e: '95' }, { complete: false, missing });
    expect(gradeCohort(samplePlugin(), { sheets: incomplete, history: {} })).toEqual({
      e: { grade: 'notEvaluated', reason: '缺少 1 项专家评分，不能评定等级' },
    });
  });

  it('refuses sheets of another plugin, a center twice and faulty bands', () => {
    const foreign = sheetsOf({ a: '1' }, { pluginId: 'industry' });
    const grade = () =>
      gradeCohort(
        samplePlugin(),
        { sheets: [...sheets, ...sheets, ...foreign], history: {} },
        { bands: { good: 1, pass: 2 } },
      );
    expect(grade).toThrow(/sheets\.a: is there twice/);
    expect(grade).toThrow(/sheets\.a: was scored by plugin industry/);
    expect(grade).toThrow(/overrides\.bands\.pass: begins at 2/);
  });
});

describe('gradeCohort by a function', () => {
  const sheets = sheetsOf({ a: '95', b: '92', c: '50' });
  const graded = (grade: CohortFunction, given = sheets) =>
    gradeCohort(samplePlugin({ grading: cohort(usual, grade) }), {
      sheets: given,
      history: { a: [{ year: 2024, grade: 'pass' }], c: [{ year: 2024, grade: 'good' }] },
    });

  it('sees the cohort, the bands and earlier years', () => {
    const cautious: CohortFunction = ({ sheets: all, history, byBands }) =>
      Object.fromEntries(
        all.map(({ centerId }) => {
          const before = history[centerId]?.at(-1)?.grade;
          const now = byBands[centerId] ?? { grade: 'notEvaluated', reason: '无' };
          if (before === undefined) return [centerId, { grade: 'notEvaluated', reason: '首年不评' }];
          return [
            centerId,
            before === 'pass' && now.grade === 'excellent' ? { grade: 'good', reason: '上年合格，不得跨级' } : now,
          ];
        }),
      );
    expect(only(graded(cautious))).toEqual({ a: 'good', b: 'notEvaluated', c: 'fail' });
  });

  it('cannot lift a center over its ceiling', () => {
    const verdict = { atLeast: null, atMost: 'fail', reasons: [{ id: 'x', explanation: '一票否决' }] } as const;
    const results = graded(
      ({ byBands }) => ({ ...byBands, a: { grade: 'excellent', reason: '好' } }),
      sheetsOf({ a: '95' }, { verdict }),
    );
    expect(results).toEqual({ a: { grade: 'fail', reason: '好；一票否决；评为不合格' } });
  });

  it('must grade every center and no other, with known grades', () => {
    expect(() => graded(() => ({}))).toThrow(/left out \[a,b,c\] and invented \[\]/);
    expect(() => graded(({ byBands }) => ({ ...byBands, z: { grade: 'pass', reason: '?' } }))).toThrow(
      /invented \[z\]/,
    );
    const wrong = () => JSON.parse('{"a":{"grade":"best","reason":"?"}}') as Record<string, GradeResult>;
    expect(() => graded(wrong)).toThrow(/returned no grades/);
  });
});
