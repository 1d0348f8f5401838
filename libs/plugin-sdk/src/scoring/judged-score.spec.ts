import { sampleInput, samplePlugin } from '../testing/sample-plugin.js';
import { scoreCenter } from './score-center.js';
import type { ScoreInput } from './score-input.types.js';

const judgedLine = (changes: Partial<ScoreInput>) => {
  const sheet = scoreCenter(samplePlugin(), sampleInput(changes));
  return { sheet, line: sheet.indicators[1]?.criteria[0] };
};

describe('judged criteria', () => {
  it('turn an expert’s score into points and keep the opinion and the figures beside it', () => {
    const { sheet, line } = judgedLine({ opinions: { 'capability.level': { score: '87.50', opinion: '区域领先' } } });
    expect(sheet.total).toBe('95');
    expect(line).toMatchObject({ kind: 'qualitative', value: '87.5', attainment: '0.875', opinion: '区域领先' });
    expect(line?.shown).toEqual([{ measure: 'staff', title: '人员', unit: '人', value: '5', valueText: '5 人' }]);
    expect(line?.explanation).toBe('能力水平：专家评分 87.5 分（百分制），参考人员 5 人，得 35 分（满分 40 分）');
  });

  const without: readonly ScoreInput['opinions'][] = [{}, { 'capability.level': null }];

  it.each(without)('leave the sheet incomplete while one is missing and refused', (opinions) => {
    const { sheet, line } = judgedLine({ opinions, missingOpinion: 'refuse' });
    expect(sheet).toMatchObject({ complete: false, total: '60' });
    expect(sheet.missing).toEqual([
      {
        key: 'capability.level',
        indicatorId: 'capability',
        criterionId: 'level',
        title: '能力水平',
        kind: 'opinion',
        blocking: true,
        explanation: '能力水平：尚无专家评分，得分待定',
      },
    ]);
    expect(line).toMatchObject({ value: null, attainment: '0', valueText: '未评分' });
  });

  it('count a missing one as zero when the rule set says so, and still say so', () => {
    const { sheet } = judgedLine({ opinions: {}, missingOpinion: 'zero' });
    expect(sheet).toMatchObject({ complete: true, total: '60' });
    expect(sheet.missing).toMatchObject([{ key: 'capability.level', blocking: false }]);
  });
});
