import { isCreditCode } from './credit-code.js';

describe('credit code', () => {
  it('accepts right check digits, also a 0, and refuses a wrong one', () => {
    expect(['91350100M000100Y43', '91110108551385082Q'].map(isCreditCode)).toEqual([true, true]);
    expect(
      ['91350100M000100Y4Z', '91350100M000100Y4', '91350100m000100y43', '9135010OM000100Y43'].map(isCreditCode),
    ).toEqual([false, false, false, false]);
  });
});
