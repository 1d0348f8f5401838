import { isCommonPassword } from './common-passwords.js';

describe('common passwords', () => {
  it.each([
    'Password123',
    'Admin@123456',
    'P@ssw0rd2024',
    'Passw0rd!23',
    '1qaz@WSX3edc',
    '!QAZ2wsx#EDC',
    'Abcd1234!@',
    'Qwer1234!@#$',
    'Aa123456!@',
    'a1b2c3d4E5!',
    'Huawei@123',
    'Gongxinting@1',
    'Shandong2026!',
    'Ｗｅｌｃｏｍｅ@2026',
    'aaaaAAAA1111!',
  ])('know %s', async (password) => {
    expect(await isCommonPassword(password)).toBe(true);
  });

  it.each([
    'kT7#vQ2m!x',
    'xK93-mmpR-qq1',
    'correct-horse-9X',
    'Meihua-Songzhu7',
    '春眠不觉晓A1-处处',
    'Dragon!83057392846',
    'Tr0ub4dor&3',
  ])('do not include %s', async (password) => {
    expect(await isCommonPassword(password)).toBe(false);
  });

  it('are found fast, whatever the text', async () => {
    await isCommonPassword('the list is read once');
    const from = performance.now();
    for (let round = 0; round < 200; round += 1) await isCommonPassword('p4ssw0rd@'.repeat(14));
    expect((performance.now() - from) / 200).toBeLessThan(5);
  });
});
