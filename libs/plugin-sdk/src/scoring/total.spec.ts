import { atLeast } from '../criteria/criterion-builders.js';
import { minusPoints } from '../plugin/indicator-builders.js';
import { pluginOf, scoreOf } from '../testing/sample-plugin.js';

const served = atLeast('a', 1000, '家', { title: '服务企业' });
const complaints = { title: '投诉', measure: 'b', unit: '起' };

describe('minus points', () => {
  const deduct = (options: Partial<Parameters<typeof minusPoints>[1]>, b: string | null, a = '1000') =>
    scoreOf(pluginOf([served], { deductions: [minusPoints('complaints', { ...complaints, points: 2, ...options })] }), {
      a,
      b,
    });

  it('are taken for each unit above the allowance, up to the cap', () => {
    expect(['0', '1', '3'].map((b) => deduct({ above: 1 }, b).total)).toEqual(['100', '100', '96']);
    expect(deduct({ cap: 5 }, '9').total).toBe('95');
  });

  it('are taken once when it says so', () => {
    expect(deduct({ once: true }, '9').total).toBe('98');
  });

  it('are listed with a sentence, also when nothing was taken or known', () => {
    expect(deduct({}, '3').adjustments).toEqual([
      { id: 'complaints', title: '投诉', points: '-6', explanation: '投诉 3 起，扣 6 分' },
    ]);
    expect(deduct({}, '0').adjustments).toMatchObject([{ points: '0', explanation: '投诉 0 起，不扣分' }]);
    expect(deduct({}, null).adjustments).toMatchObject([{ points: '0', explanation: '投诉 无数据，不扣分' }]);
  });

  it('never take the total below 0 unless the plugin allows it', () => {
    const sheet = deduct({}, '3', '0');
    expect(sheet.total).toBe('0');
    expect(sheet.adjustments.map(({ id, points }) => [id, points])).toEqual([
      ['complaints', '-6'],
      ['total.min', '6'],
    ]);
  });
});

describe('limits and rounding of the total', () => {
  it('cap it where the plugin says so', () => {
    const bonus = atLeast('a', 100, '家', {
      title: '企业',
      attainment: { rule: 'cappedBonus', per: 1, add: '0.01', cap: '0.2' },
    });
    expect(scoreOf(pluginOf([bonus]), { a: '150' }).total).toBe('120');
    expect(scoreOf(pluginOf([bonus], { total: { max: 110 } }), { a: '150' }).total).toBe('110');
  });

  it('leave 89.995 as it is, unless the plugin or the rule set rounds', () => {
    const measures = { a: '899.95' };
    const plain = pluginOf([served]);
    expect(scoreOf(plain, measures).total).toBe('89.995');
    expect(scoreOf(pluginOf([served], { total: { decimals: 2 } }), measures).total).toBe('90');
    const byRuleSet = scoreOf(plain, measures, { overrides: { totalDecimals: 2 } });
    expect(byRuleSet.total).toBe('90');
    expect(byRuleSet.adjustments).toMatchObject([{ id: 'total.rounding', points: '0.005' }]);
  });
});
