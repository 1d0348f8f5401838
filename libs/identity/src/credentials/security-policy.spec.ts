import { DEFAULT_SECURITY_POLICY, securityPolicySchema } from './security-policy.js';

describe('security policy', () => {
  it('has a default for everything', () => {
    expect(DEFAULT_SECURITY_POLICY).toEqual({
      password: { minLength: 10, characterClasses: 3, history: 5, maxAgeDays: 90, minAgeHours: 1 },
      session: { idleMinutes: 30, absoluteHours: 12 },
      twoFactorRoles: [],
      separateAdministrators: true,
      throttle: { strangerFailures: 5, strangerWaitMinutes: 60, knownFailures: 5, knownWaitMinutes: 15 },
      linkHours: { invitation: 72, reset: 1 },
    });
  });

  it('takes a part and fills in the rest', () => {
    expect(securityPolicySchema.parse({ session: { idleMinutes: 15 } }).session).toEqual({
      idleMinutes: 15,
      absoluteHours: 12,
    });
  });

  it.each([
    { session: { idleMinutes: 4 } },
    { session: { idleMinutes: 481 } },
    { session: { absoluteHours: 0.5 } },
    { password: { minLength: 7 } },
    { password: { maxAgeDays: 0 } },
    { throttle: { knownFailures: 1000 } },
    { linkHours: { reset: 0 } },
    { twoFactorRoles: ['nobody'] },
    { twoFactorRoles: ['auditor', 'auditor'] },
    { sesion: {} },
  ])('refuses %j', (settings) => {
    expect(securityPolicySchema.safeParse(settings).success).toBe(false);
  });

  it('can require a second factor of every role', () => {
    expect(securityPolicySchema.parse({ twoFactorRoles: ['platformOperator', 'auditor'] }).twoFactorRoles).toHaveLength(
      2,
    );
  });
});
