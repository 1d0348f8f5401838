import { creditCheckDigit, creditCode } from './credit-code.js';
import { Random } from './random.js';

describe('credit codes', () => {
  it('have the check digit of GB 32100-2015, which may be a 0', () => {
    expect(creditCheckDigit('91350100M000100Y4')).toBe('3');
    expect(creditCheckDigit('91110108551385082')).toBe('Q');
    const digits = Array.from({ length: 200 }, (_, index) => creditCheckDigit(`9162010200000${1000 + index}`));
    expect(digits).toContain('0');
  });

  it('refuse what cannot be the start of one', () => {
    expect(() => creditCheckDigit('9135010OM000100Y4')).toThrow('O does not occur');
    expect(() => creditCheckDigit('9135')).toThrow('expected 17');
  });

  it('carry the registration and the division', () => {
    const random = new Random('spec');
    expect(creditCode(random, '91', '620102')).toMatch(/^91620102MA[0-9A-HJ-NPQRTUWXY]{8}$/);
    expect(creditCode(random, '12', '620100')).toMatch(/^12620100[0-9]{8}[0-9X][0-9A-HJ-NPQRTUWXY]$/);
  });
});
