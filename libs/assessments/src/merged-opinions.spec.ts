import type { ExpertScore } from './expert-score.entity.js';
import { mergeOpinions } from './merged-opinions.js';

const score = (value: string, opinion: string): ExpertScore =>
  ({ centerId: 'c', indicator: 'environment', criterion: 'level', score: value, opinion }) as ExpertScore;

describe('merged opinions', () => {
  it('are the mean of the scores to two decimals and the opinions without names or repeats', () => {
    const merged = mergeOpinions([score('80', '环境完善。'), score('85.5', '环境完善'), score('90', '场景较少。')]);
    expect(merged.get('c')).toEqual({
      'environment.level': { score: '85.17', opinion: '环境完善；场景较少。' },
    });
  });
});
