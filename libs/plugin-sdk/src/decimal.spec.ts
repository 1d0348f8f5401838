import fc from 'fast-check';
import { Decimal, normalDecimal, parseDecimal, reportedDecimal, sumOf } from './decimal.js';

describe('decimal', () => {
  it('reads finite plain decimals and nothing else', () => {
    const read = ['300', '-0.5', '007', 0.1, 0].map((input) => parseDecimal(input)?.toFixed());
    expect(read).toEqual(['300', '-0.5', '7', '0.1', '0']);
    const refused = [
      Number.NaN,
      Number.POSITIVE_INFINITY,
      '1e3',
      '0x10',
      'abc',
      '',
      ' 1',
      '.5',
      null,
      undefined,
      {},
      true,
    ];
    expect(refused.map(parseDecimal)).toEqual(refused.map(() => null));
  });

  it('writes one form: no exponent, no trailing zeros, no negative zero', () => {
    expect(['1.50', '-0', '100', '0.000000000001'].map((input) => normalDecimal(input))).toEqual([
      '1.5',
      '0',
      '100',
      '0.000000000001',
    ]);
  });

  it('rounds what it reports to 12 decimals, half up', () => {
    expect(reportedDecimal(new Decimal(2).div(3))).toBe('0.666666666667');
    expect(reportedDecimal('0.0000000000005')).toBe('0.000000000001');
    expect(reportedDecimal('89.995')).toBe('89.995');
  });

  it('sums cents exactly in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 })), (cents) => {
        const expected = normalDecimal(new Decimal(cents.reduce((a, b) => a + b, 0)).div(100));
        const values = cents.map((cent) => new Decimal(cent).div(100).toFixed());
        expect(normalDecimal(sumOf(values))).toBe(expected);
        expect(normalDecimal(sumOf(values.toReversed()))).toBe(expected);
      }),
    );
  });
});
