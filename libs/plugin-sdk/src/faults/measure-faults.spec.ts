import type { AggregateMeasure, Measure } from '../measure.types.js';
import { count, countDistinct, fact, own, ratio, sum } from '../measures/measure-builders.js';
import { sampleDefinition } from '../testing/sample-plugin.js';
import type { VocabularyAdditions } from '../vocabulary/vocabulary.types.js';
import { measureFaults } from './measure-faults.js';

const lines = (measure: unknown, vocabulary?: VocabularyAdditions) =>
  measureFaults(sampleDefinition({ measures: { m: measure as Measure }, vocabulary })).map(
    ({ path, message }) => `${path}: ${message}`,
  );
const aggregate = count().from('service').inYear();

describe('measureFaults', () => {
  it('finds a sum or a distinct count over a field that the source lacks', () => {
    expect(lines(sum('headcount').from('service', 'resource').inYear())).toEqual([
      'measures.m.field: sum over headcount, which resource does not have',
    ]);
    expect(lines(countDistinct('kind').from('service').inYear())).toEqual([
      'measures.m.field: countDistinct over kind, which service does not have',
    ]);
    const without: AggregateMeasure = { ...aggregate, op: 'sum' };
    expect(lines(without)).toEqual(['measures.m.field: sum over nothing; expected one of headcount, amount']);
    expect(lines({ ...aggregate, field: 'amount' })).toEqual(['measures.m.field: count takes no field']);
  });

  it('finds filters by fields that the source lacks or nobody has', () => {
    expect(lines(count().from('service').where({ kind: 'patent' }).inYear())).toEqual([
      'measures.m.where.kind: is a field that service does not have',
    ]);
    expect(lines({ ...aggregate, where: { colour: 'red' } })[0]).toMatch(
      /^measures\.m\.where\.colour: is no field to filter by/,
    );
  });

  it('finds values of the wrong type, empty lists and references to nothing', () => {
    expect(lines({ ...aggregate, where: { sme: 'yes', type: 5, industry: [] } })).toEqual([
      'measures.m.where.sme: "yes" is no yes/no value',
      'measures.m.where.type: 5 is no text',
      'measures.m.where.industry: is an empty list, which nothing can meet',
    ]);
    expect(lines({ ...aggregate, where: { industry: { center: 'name' }, sme: own('industry') } })).toEqual([
      'measures.m.where.industry: the center has no name',
      'measures.m.where.sme: is yes/no and cannot be compared with a value of the center',
    ]);
  });

  it('finds terms outside the vocabulary, unless the plugin adds them', () => {
    const measure = count()
      .from('service')
      .where({ type: ['training', 'flying'] })
      .inYear();
    expect(lines(measure)).toEqual(['measures.m.where.type: "flying" is not in the vocabulary (serviceTypes)']);
    expect(lines(measure, { serviceTypes: { flying: { 'zh-CN': '飞行', en: 'Flying' } } })).toEqual([]);
  });

  it('finds broken sources, periods and quotients', () => {
    expect(lines({ ...aggregate, from: [] })).toEqual(['measures.m.from: expected service, resource or both']);
    expect(lines({ ...aggregate, from: ['service', 'service'], period: 'month' })).toEqual([
      'measures.m.from: names a source twice',
      'measures.m.period: expected year, previousYear or cumulative',
    ]);
    const nested = ratio(aggregate, fact('staff'));
    expect(lines({ op: 'ratio', dividend: nested })).toEqual([
      'measures.m.dividend: expected count, countDistinct, sum, fact or reference',
      'measures.m.divisor: expected count, countDistinct, sum, fact or reference',
    ]);
    expect(lines({ op: 'fact' })).toEqual(['measures.m.name: is missing']);
  });
});
