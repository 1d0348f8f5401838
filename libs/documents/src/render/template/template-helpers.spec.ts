import { TEMPLATE_HELPERS } from './template-helpers.js';

const call = (name: string, ...values: unknown[]) => TEMPLATE_HELPERS[name]?.apply(...values);

describe('template helpers', () => {
  it('writes dates without leading zeros', () => {
    expect(call('date', '2026-03-05')).toBe('2026年3月5日');
    expect(() => call('date', null)).toThrow('date 需要 2026-03-15 这样的日期，得到 null');
    expect(() => call('date', '2026-3-5')).toThrow(TypeError);
  });

  it('cuts the score that was graded, so that 89.995 does not look like the 90 it is not', () => {
    expect(call('totalScore', '89.995')).toBe('89.99');
    expect(call('totalScore', '90')).toBe('90.00');
    expect(() => call('totalScore', 'viel')).toThrow('totalScore 需要数字');
  });

  it('rounds points and shares as the explanations of scores do', () => {
    expect(call('points', '3.125')).toBe('3.13');
    expect(call('points', '-0.5')).toBe('-0.50');
    expect(call('percent', '0.83385')).toBe('83.39%');
    expect(call('percent', '0.999999')).toBe('99.99%');
    expect(call('percent', '1')).toBe('100.00%');
  });
});
