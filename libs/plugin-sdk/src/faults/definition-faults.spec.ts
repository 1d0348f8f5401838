import { z } from 'zod';
import { reaches } from '../criteria/condition-builders.js';
import { bands, cohort, quota } from '../grading/grading-builders.js';
import type { CategoryPluginDefinition } from '../plugin/category-plugin.types.js';
import { failUnlessAll, minusPoints } from '../plugin/indicator-builders.js';
import { sampleDefinition } from '../testing/sample-plugin.js';
import { definitionFaults } from './definition-faults.js';

const lines = (changes: Partial<Record<keyof CategoryPluginDefinition, unknown>>) =>
  definitionFaults({ ...sampleDefinition(), ...changes }).map(({ path, message }) => `${path}: ${message}`);

describe('definitionFaults', () => {
  it('finds none in the sample', () => {
    expect(lines({})).toEqual([]);
  });

  it.each(['1.0', 'v1.0.0', '01.0.0', '1.0.0-', ''])('refuses version %j', (version) => {
    expect(lines({ version })).toHaveLength(1);
  });

  it.each(['1.0.0', '1.0.0-rc.1', '10.20.30+build.5'])('accepts version %j', (version) => {
    expect(lines({ version })).toEqual([]);
  });

  it.each(['latest', '^', '1.0.0 &&', ''])('refuses SDK range %j', (sdk) => {
    expect(lines({ sdk })).toHaveLength(1);
  });

  it.each(['^1.0.0', '>=1.0.0 <2.0.0', '1.x', '~1.2', '^1.0.0 || ^2.0.0', '1.0.0 - 1.9.0'])(
    'accepts SDK range %j',
    (sdk) => {
      expect(lines({ sdk })).toEqual([]);
    },
  );

  it('finds bands that overlap, quotas that are none, a grading without its function', () => {
    expect(lines({ grading: bands({ excellent: 70, good: 75, pass: 60 }) })).toEqual([
      'grading.bands.good: begins at 75, which overlaps excellent (from 70)',
    ]);
    const quotas = { excellent: { share: 2 }, good: { count: 1.5 } };
    expect(lines({ grading: quota({ pass: 60 }, quotas) })).toEqual([
      'grading.quotas.excellent.share: 2 is no share from 0 to 1',
      'grading.quotas.good.count: 1.5 is no number of centers',
    ]);
    expect(lines({ grading: quota({ pass: 60 }, { good: {} }) })).toEqual([
      'grading.quotas.good: expected a share or a count',
    ]);
    expect(lines({ grading: quota({ pass: 60 }, {}) })).toEqual(['grading.quotas: names no grade']);
    expect(lines({ grading: { ...cohort({ pass: 60 }, () => ({})), grade: undefined } })).toEqual([
      'grading.grade: expected a function over the cohort',
    ]);
  });

  it('finds faults of gates, minus points and the total’s limits', () => {
    const gates = [
      failUnlessAll('g', '门槛', [
        reaches('served', 'x', '家', { title: '服务' }),
        { kind: 'function', title: '其他', uses: [], holds: () => true },
      ]),
    ];
    const deductions = [minusPoints('d', { title: '扣分', measure: 'lost', unit: '起', points: 0, cap: -1 })];
    expect(lines({ gates, deductions, total: { min: 50, max: 40 } })).toEqual([
      'gates.g.conditions.0.threshold: x is no finite decimal number',
      'deductions.d.points: 0 is no decimal number above 0',
      'deductions.d.cap: -1 is no decimal number above 0',
      'total.max: is not above the minimum of 50',
      'deductions.d: measure "lost" is not defined',
    ]);
    expect(lines({ scoring: { uses: [], score: 'no' } })).toEqual(['scoring.score: expected a function']);
  });

  it('finds facts that are no figures or have no title', () => {
    const facts = z.object({
      staff: z.int(),
      note: z.string().meta({ title: '说明' }),
      open: z.boolean().optional().meta({ title: '开放' }),
    });
    expect(lines({ facts })).toEqual([
      "facts.staff: has no title; give one with .meta({ title: '…' })",
      'facts.note: is neither a number nor yes/no',
    ]);
    expect(lines({ facts: {} })).toEqual(['facts: expected a zod object']);
  });

  it('finds terms that the platform has already', () => {
    const term = { 'zh-CN': '网络', en: 'Network' };
    expect(lines({ vocabulary: { fields: { network: term, chips: term } } })).toEqual([
      'vocabulary.fields.network: is a term of the platform already',
    ]);
  });
});
