import { hashPassword } from './password-hasher.js';
import { isPasswordExpired, minimumAgeFault, type PasswordCandidate, passwordFaults } from './password-rules.js';
import { DEFAULT_SECURITY_POLICY } from './security-policy.js';

const POLICY = DEFAULT_SECURITY_POLICY.password;
const NOW = new Date('2027-03-01T00:00:00Z');
const hoursAgo = (hours: number): Date => new Date(NOW.getTime() - hours * 3_600_000);

const rulesBroken = async (password: string, rest: Partial<PasswordCandidate> = {}): Promise<string[]> => {
  const candidate = { password, policy: POLICY, names: [], history: [], field: 'body.password', ...rest };
  return (await passwordFaults(candidate)).map(({ rule }) => rule.replace('password.', ''));
};

describe('password rules', () => {
  it('tell everything that is wrong at once, in both languages and with the place', async () => {
    const faults = await passwordFaults({
      password: 'zhang\u0007',
      policy: POLICY,
      names: ['zhang'],
      history: [await hashPassword('zhang\u0007')],
      field: 'body.newPassword',
    });
    expect(faults.map(({ rule }) => rule)).toEqual([
      'password.minLength',
      'password.characters',
      'password.complexity',
      'password.containsName',
      'password.common',
      'password.history',
    ]);
    for (const { field, message, en } of faults) {
      expect(field).toBe('body.newPassword');
      expect(message).toMatch(/口令|不得/);
      expect(en).toMatch(/^[A-Z]/);
    }
  });

  it('pass a good one', async () => {
    expect(await rulesBroken('Lake-Baidi-71x', { names: ['li.wei@gxt', '李伟'] })).toEqual([]);
  });

  it('count characters, not their bytes, and in the normal form', async () => {
    expect(await rulesBroken('山水有清音Ab1')).toEqual(['minLength']);
    expect(await rulesBroken('山水有清音Ab1何必')).toEqual([]);
    expect(await rulesBroken(`Ab1${'山水有清音何必丝'.repeat(16)}`)).toEqual(['maxLength']);
  });

  it('want three of the four classes, by the policy', async () => {
    expect(await rulesBroken('lakebaidi71x')).toEqual(['complexity']);
    expect(await rulesBroken('lakebaidi-71x')).toEqual([]);
    expect(await rulesBroken('lakebaidi-71x', { policy: { ...POLICY, characterClasses: 4 } })).toEqual(['complexity']);
  });

  it.each(['Xq-LiWei-7731', 'xq7-ＬＩＷＥＩ-QQ1', 'Xq-7731-李伟-kk'])('find a name in %s', async (password) => {
    expect(await rulesBroken(password, { names: ['liwei@gxt', '李伟'] })).toEqual(['containsName']);
  });

  it('do not mind names that are in too many words', async () => {
    expect(await rulesBroken('Lake-Baidi-71x', { names: ['ba', '李'] })).toEqual([]);
  });

  it('look back as far as the policy says', async () => {
    const former = await Promise.all(['Lake-Baidi-71x', 'Lake-Baidi-72x'].map(hashPassword));
    expect(await rulesBroken('Lake-Baidi-72x', { history: former })).toEqual(['history']);
    const policy = { ...POLICY, history: 1 };
    expect(await rulesBroken('Lake-Baidi-72x', { history: former, policy })).toEqual([]);
  });
});

describe('age of a password', () => {
  it('runs out on the day the policy says, or never', () => {
    expect(isPasswordExpired(hoursAgo(90 * 24), POLICY, NOW)).toBe(true);
    expect(isPasswordExpired(hoursAgo(90 * 24 - 1), POLICY, NOW)).toBe(false);
    expect(isPasswordExpired(null, POLICY, NOW)).toBe(true);
    expect(isPasswordExpired(null, { ...POLICY, maxAgeDays: null }, NOW)).toBe(false);
  });

  it('must be reached before the next change', () => {
    const asked = { now: NOW, field: 'body.newPassword' };
    expect(minimumAgeFault(hoursAgo(0.5), POLICY, asked)).toMatchObject({
      rule: 'password.minimumAge',
      message: '口令刚修改过，请在 30 分钟后再修改',
    });
    expect(minimumAgeFault(hoursAgo(1), POLICY, asked)).toBeNull();
    expect(minimumAgeFault(null, POLICY, asked)).toBeNull();
    expect(minimumAgeFault(NOW, { ...POLICY, minAgeHours: 0 }, asked)).toBeNull();
  });
});
