import { mergeOpinions } from './merged-opinions.js';

describe('merged opinions', () => {
  it('are the merged scores and the opinions without names or repeats', () => {
    const given = {
      centerId: 'c',
      indicator: 'environment',
      criterion: 'level',
      scores: ['80', '85.5', '90'],
      opinions: ['环境完善。', '环境完善', '场景较少。'],
    };
    const opinion = '环境完善；场景较少。';
    expect(mergeOpinions([given], () => 'mean').get('c')).toEqual({ 'environment.level': { score: '85.17', opinion } });
    expect(mergeOpinions([given], () => 'trimmedMean').get('c')).toEqual({
      'environment.level': { score: '85.5', opinion },
    });
  });
});
