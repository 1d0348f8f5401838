import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes.js';

describe('recovery codes', () => {
  const codes = newRecoveryCodes();

  it('are ten different ones of 120 bits, without letters that are misread', () => {
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(newRecoveryCodes().filter((code) => codes.includes(code))).toEqual([]);
  });

  it('are found under one hash, however they are typed', () => {
    const kept = recoveryCodeHash('0123-1ABC-VWXZ-7890-EFGH-JKMN');
    expect(kept).toMatch(/^[0-9a-f]{64}$/);
    const typed = [
      '01231abcvwxz7890efghjkmn',
      ' o123 iabc vwxz 789O efgh jkmn',
      'O123–LABC—VWXZ－7890-EFGH-JKMN',
      '０１２３-１ＡＢＣ-ｖｗｘｚ-７８９０-ｅｆｇｈ-ｊｋｍｎ',
    ];
    expect(typed.map(recoveryCodeHash)).toEqual(typed.map(() => kept));
    expect(new Set(codes.map(recoveryCodeHash)).size).toBe(10);
  });

  it.each(['', '0123-1ABC-VWXZ-7890', '0123-1ABC-VWXZ-7890-EFGH-JKMN1', '0123-1ABC-VWXZ-7890-EFGH-JKMU', '123456'])(
    'are not %p',
    (typed) => {
      expect(recoveryCodeHash(typed)).toBeNull();
    },
  );
});
