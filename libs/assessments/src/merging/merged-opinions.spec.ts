import { mergeOpinions } from './merged-opinions.js';

describe('merged opinions', () => {
  it('are the mean of the scores to two decimals and the opinions without names or repeats', () => {
    const merged = mergeOpinions([
      {
        centerId: 'c',
        indicator: 'environment',
        criterion: 'level',
        scores: ['80', '85.5', '90'],
        opinions: ['环境完善。', '环境完善', '场景较少。'],
      },
    ]);
    expect(merged.get('c')).toEqual({ 'environment.level': { score: '85.17', opinion: '环境完善；场景较少。' } });
  });
});
