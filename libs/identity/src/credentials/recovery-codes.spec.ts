import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes.js';

describe('recovery codes', () => {
  const codes = newRecoveryCodes();

  it('are ten different ones of 80 bits, without letters that are misread', () => {
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(newRecoveryCodes().filter((code) => codes.includes(code))).toEqual([]);
  });

  it('are found under one hash, however they are typed', () => {
    const kept = recoveryCodeHash('0123-1ABC-VWXZ-7890');
    expect(kept).toMatch(/^[0-9a-f]{64}$/);
    const typed = [
      '01231abcvwxz7890',
      ' o123 iabc vwxz 789O',
      'O123–LABC—VWXZ－7890',
      '０１２３-１ＡＢＣ-ｖｗｘｚ-７８９０',
    ];
    expect(typed.map(recoveryCodeHash)).toEqual(typed.map(() => kept));
    expect(new Set(codes.map(recoveryCodeHash)).size).toBe(10);
  });

  it.each(['', '0123-1ABC-VWXZ', '0123-1ABC-VWXZ-78901', '0123-1ABC-VWXZ-789U', '123456'])('are not %p', (typed) => {
    expect(recoveryCodeHash(typed)).toBeNull();
  });
});
