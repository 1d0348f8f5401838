import { chineseNumeral } from './chinese-numeral.js';

describe('chineseNumeral', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [99, '九十九'],
  ])('%i is %s', (number, text) => {
    expect(chineseNumeral(number)).toBe(text);
  });

  it('counts no further than headings go', () => {
    expect(() => chineseNumeral(0)).toThrow(RangeError);
    expect(() => chineseNumeral(100)).toThrow(RangeError);
  });
});
