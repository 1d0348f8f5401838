import { nameKey, subjectCode } from './organization-name.js';

describe('the name of an organization', () => {
  const name = '兰州云智（甘肃）数字科技有限公司';

  it.each([
    ['half-width brackets', '兰州云智(甘肃)数字科技有限公司'],
    ['other brackets', '兰州云智【甘肃】数字科技有限公司'],
    ['no brackets', '兰州云智甘肃数字科技有限公司'],
    ['spaces of all widths', ' 兰州云智 （甘肃）　数字科技\u00a0有限公司 '],
    ['an invisible character', '兰州云智\u200b（甘肃）数字科技有限公司'],
    ['the long form of the legal form', '兰州云智（甘肃）数字科技有限责任公司'],
    ['traditional characters', '蘭州雲智（甘肅）數字科技有限公司'],
    ['all of it', '蘭州雲智 (甘肅) 數字科技有限責任公司'],
  ])('is the same with %s', (_how, spelling) => {
    expect(nameKey(spelling)).toBe(nameKey(name));
  });

  it('is the same in full-width letters and in small ones', () => {
    expect(nameKey('ＡＢＣ数字有限公司')).toBe(nameKey('abc数字有限公司'));
  });

  it('stays another one where a character differs, or the legal form', () => {
    for (const other of ['兰州云志（甘肃）数字科技有限公司', '兰州云智（甘肃）数字科技股份有限公司']) {
      expect(nameKey(other)).not.toBe(nameKey(name));
    }
  });

  it('tells a legal person by nine characters of its code, whoever registers it', () => {
    expect(subjectCode('91350100M000100Y43')).toBe('M000100Y4');
  });
});
