import { TEMPLATE_HELPERS } from './template-helpers.js';

const call = (name: string, ...values: unknown[]) => TEMPLATE_HELPERS[name]?.apply(...values);

describe('template helpers', () => {
  it('writes dates without leading zeros', () => {
    expect(call('date', '2026-03-05')).toBe('2026年3月5日');
    expect(() => call('date', null)).toThrow('date 需要 2026-03-15 这样的日期，得到 null');
    expect(() => call('date', '2026-3-5')).toThrow(TypeError);
  });

  it('cuts decimals, so that 89.995 does not look like the 90 it is not', () => {
    expect(call('decimal2', '89.995')).toBe('89.99');
    expect(call('decimal2', '90')).toBe('90.00');
    expect(call('decimal2', '-0.125')).toBe('-0.12');
    expect(call('percent', '0.8339')).toBe('83.3%');
    expect(call('percent', '1')).toBe('100.0%');
    expect(() => call('decimal2', 'viel')).toThrow('decimal2 需要数字');
  });
});
