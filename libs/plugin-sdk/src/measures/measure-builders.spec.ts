import { count, countDistinct, fact, own, ratio, reference, sum } from './measure-builders.js';

describe('measure builders', () => {
  it('give plain data', () => {
    expect(sum('headcount').from('service').where({ type: 'training' }).inPreviousYear()).toEqual({
      op: 'sum',
      field: 'headcount',
      from: ['service'],
      where: { type: 'training' },
      period: 'previousYear',
    });
    expect(count().from('resource').cumulative()).toEqual({
      op: 'count',
      from: ['resource'],
      where: {},
      period: 'cumulative',
    });
  });

  it('compose conditions, unions, own values and quotients', () => {
    const served = countDistinct('enterprise').from('service', 'resource').where({ sme: true });
    const ofIndustry = served.where({ industry: own('industry') }).inYear();
    expect(ofIndustry.from).toEqual(['service', 'resource']);
    expect(ofIndustry.where).toEqual({ sme: true, industry: { center: 'industry' } });
    expect(served.cumulative().where).toEqual({ sme: true });
    expect(ratio(fact('staff'), reference('enterprises'))).toEqual({
      op: 'ratio',
      dividend: { op: 'fact', name: 'staff' },
      divisor: { op: 'reference', name: 'enterprises' },
    });
  });
});
