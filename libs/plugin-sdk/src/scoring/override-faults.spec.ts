import { ladder } from '../criteria/criterion-builders.js';
import { pluginOf, sampleInput, samplePlugin } from '../testing/sample-plugin.js';
import { overrideFaults } from './override-faults.js';
import { scoreCenter } from './score-center.js';

const lines = (overrides: unknown, plugin = samplePlugin()) =>
  overrideFaults(plugin, overrides).map(({ path, message }) => `${path}: ${message}`);

describe('overrides of a rule set', () => {
  it('change weights and thresholds of a score', () => {
    const overrides = { weights: { service: '50', capability: 50 }, thresholds: { 'service.served': '400' } };
    expect(lines(overrides)).toEqual([]);
    const sheet = scoreCenter(samplePlugin(), sampleInput({ overrides }));
    expect(sheet.total).toBe('75');
    expect(sheet.indicators[0]?.criteria[0]?.thresholdText).toBe('不少于 400 家');
  });

  it('must keep the weights of a variant at 100', () => {
    expect(lines({ weights: { service: '59.99' } })).toEqual(['overrides.weights: the weights sum to 99.99, not 100']);
  });

  it('are refused with every fault', () => {
    expect(
      lines({ weights: { service: -60, unknown: 160 }, thresholds: { 'service.x': 1, 'service.served': 0 } }),
    ).toEqual([
      'overrides.weights.service: is -60, but a weight cannot be negative',
      'overrides.weights.unknown: is no indicator of this category',
      'overrides.weights: the weights sum to -20, not 100',
      'overrides.thresholds.service.x: is no quantitative criterion of this category',
      'overrides.thresholds.service.served: is 0, but a linear threshold must be above 0',
    ]);
    expect(lines({ thresholds: { 'service.served': 'many' }, weight: {} })).toEqual([
      'overrides.thresholds.service.served: expected a finite decimal number',
      'overrides: unrecognized key: "weight"',
    ]);
    expect(lines({ bands: { excellent: 70, pass: 75 } })).toEqual([
      'overrides.bands.pass: begins at 75, which overlaps excellent (from 70)',
    ]);
  });

  it('cannot replace a ladder by one number', () => {
    const plugin = pluginOf([ladder('a', '家', [{ at: 1, attainment: 1 }], { title: '数量' })]);
    expect(lines({ thresholds: { 'only.a': 5 } }, plugin)).toEqual([
      'overrides.thresholds.only.a: is a ladder: one number cannot replace it',
    ]);
  });

  it('stop a score that they would spoil', () => {
    const score = () => scoreCenter(samplePlugin(), sampleInput({ overrides: { weights: { service: 10 } } }));
    expect(score).toThrow(/the weights sum to 50, not 100/);
  });
});
