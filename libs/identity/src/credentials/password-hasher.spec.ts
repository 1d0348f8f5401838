import { hash } from '@node-rs/argon2';
import { hashPassword, LONGEST_PASSWORD, needsRehash, verifyPassword } from './password-hasher.js';

describe('password hasher', () => {
  it('keeps argon2id by the parameters of OWASP, with a salt of its own each time', async () => {
    const [one, two] = await Promise.all([hashPassword('Mei-Lan 3 Zhu'), hashPassword('Mei-Lan 3 Zhu')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await verifyPassword(one, 'Mei-Lan 3 Zhu')).toBe(true);
    expect(await verifyPassword(one, 'Mei-Lan 3 zhu')).toBe(false);
  });

  it('takes a password in whatever form the keyboard composes it', async () => {
    const kept = await hashPassword('Ａbc１２３é山水');
    expect(await verifyPassword(kept, 'Abc123e\u0301山水')).toBe(true);
  });

  it('has nothing to do with a password that is too long, counted in characters', async () => {
    const longest = '😀'.repeat(LONGEST_PASSWORD);
    expect(await verifyPassword(await hashPassword(longest), longest)).toBe(true);
    await expect(hashPassword(`${longest}x`)).rejects.toThrow(RangeError);
    expect(await verifyPassword(await hashPassword(''), `${longest}x`)).toBe(false);
  });

  it('takes as long where there is no account', async () => {
    const kept = await hashPassword('Mei-Lan 3 Zhu');
    const middle = async (password: string | null): Promise<number> => {
      const times: number[] = [];
      for (let round = 0; round < 15; round += 1) {
        const from = performance.now();
        expect(await verifyPassword(password, 'wrong')).toBe(false);
        times.push(performance.now() - from);
      }
      return times.sort((a, b) => a - b)[7] ?? 0;
    };
    const ratio = (await middle(null)) / (await middle(kept));
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  it('finds hashes of weaker parameters', async () => {
    expect(needsRehash(await hashPassword('x'))).toBe(false);
    expect(needsRehash(await hash('x', { memoryCost: 8192, timeCost: 2 }))).toBe(true);
    expect(needsRehash(await hash('x', { algorithm: 1 }))).toBe(true);
  });
});
