import { ROLES } from '@shucu/permissions';
import { z } from 'zod';

const whole = (from: number, to: number, byDefault: number) => z.int().min(from).max(to).default(byDefault);

/** The most former passwords that a policy can keep from coming back. */
export const LONGEST_HISTORY = 24;

const passwordPolicySchema = z.strictObject({
  minLength: whole(8, 64, 10).describe('characters'),
  characterClasses: whole(1, 4, 3).describe('how many of: upper case, lower case, digits, others'),
  history: whole(0, LONGEST_HISTORY, 5).describe(
    'how many former passwords may not come back, the one in use included',
  ),
  maxAgeDays: z.int().min(30).max(730).nullable().default(90).describe('null: passwords never run out'),
  minAgeHours: whole(0, 168, 1).describe('so that the history cannot be run through'),
});

const sessionPolicySchema = z.strictObject({
  idleMinutes: whole(5, 480, 30),
  absoluteHours: whole(1, 72, 12),
});

const throttlePolicySchema = z.strictObject({
  strangerFailures: whole(3, 50, 5).describe('of one account from unknown devices, before they wait'),
  strangerWaitMinutes: whole(1, 1440, 60).describe('the longest wait'),
  knownFailures: whole(3, 50, 5).describe('of one account on a known device or address, before it waits'),
  knownWaitMinutes: whole(1, 60, 15).describe('the longest wait'),
});

const linkPolicySchema = z.strictObject({
  invitation: whole(1, 720, 72),
  reset: whole(1, 72, 1),
});

/** The security settings of one tenant, all of them, with their defaults and bounds (等保三级 8.1.4.1): `{}` gives the defaults. */
export const securityPolicySchema = z.strictObject({
  password: passwordPolicySchema.prefault({}),
  session: sessionPolicySchema.prefault({}),
  twoFactorRoles: z
    .array(z.enum(ROLES))
    .refine((roles) => new Set(roles).size === roles.length, { error: 'every role once' })
    .default([]),
  separateAdministrators: z.boolean().default(true),
  throttle: throttlePolicySchema.prefault({}),
  linkHours: linkPolicySchema.prefault({}),
});

export type SecurityPolicy = z.output<typeof securityPolicySchema>;
export type PasswordPolicy = SecurityPolicy['password'];
export type ThrottlePolicy = SecurityPolicy['throttle'];

/** What holds where a tenant has set nothing. */
export const DEFAULT_SECURITY_POLICY: SecurityPolicy = securityPolicySchema.parse({});
