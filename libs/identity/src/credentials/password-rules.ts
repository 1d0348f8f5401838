import type { FieldFault } from '@shucu/kernel';
import { isCommonPassword } from './common-passwords.js';
import { isTooLong, LONGEST_PASSWORD, normalPassword, verifyPassword } from './password-hasher.js';
import type { PasswordPolicy } from './security-policy.js';

/** A password that somebody wants, and what it is held against. */
export interface PasswordCandidate {
  readonly password: string;
  readonly policy: PasswordPolicy;
  /** What it may not contain: login, display name, and what else the person is called by. */
  readonly names: readonly string[];
  /** Hashes of the former passwords, the newest (the one in use) first. */
  readonly history: readonly string[];
  /** Where it was sent, for the faults: `body.password`. */
  readonly field: string;
}

type Fault = Omit<FieldFault, 'field'>;

/** Shorter names are in too many passwords by chance. */
const SHORTEST_NAME = { latin: 3, chinese: 2 };
const MS_PER_HOUR = 3_600_000;
const MS_PER_DAY = 24 * MS_PER_HOUR;

/** Everything wrong with a password by the policy, all at once; empty where it is right (等保三级: 身份鉴别信息具有复杂度要求). */
export async function passwordFaults(candidate: PasswordCandidate): Promise<FieldFault[]> {
  const { policy, names, history, field } = candidate;
  const password = normalPassword(candidate.password);
  const faults = [
    lengthFault(password, policy),
    characterFault(password),
    complexityFault(password, policy),
    nameFault(password, names),
    isTooLong(password) ? null : await commonFault(password),
    // Also without a history: a change that changes nothing is none.
    isTooLong(password) ? null : await historyFault(password, history.slice(0, Math.max(1, policy.history))),
  ];
  return faults.flatMap((fault) => (fault ? [{ field, ...fault }] : []));
}

/** Whether a password has reached the age at which the policy wants another; one of unknown age has. */
export function isPasswordExpired(changedAt: Date | null, policy: PasswordPolicy, now: Date): boolean {
  if (policy.maxAgeDays === null) return false;
  return changedAt === null || now.getTime() - changedAt.getTime() >= policy.maxAgeDays * MS_PER_DAY;
}

/** The fault of changing a password again too soon; not to be asked where the person must change it. */
export function minimumAgeFault(
  changedAt: Date | null,
  policy: PasswordPolicy,
  { now, field }: { now: Date; field: string },
): FieldFault | null {
  const remaining = (changedAt?.getTime() ?? 0) + policy.minAgeHours * MS_PER_HOUR - now.getTime();
  if (changedAt === null || remaining <= 0) return null;
  const minutes = Math.ceil(remaining / 60_000);
  return {
    field,
    rule: 'password.minimumAge',
    message: `口令刚修改过，请在 ${minutes} 分钟后再修改`,
    en: `The password was changed just now: change it again in ${minutes} minute(s)`,
  };
}

function lengthFault(password: string, { minLength }: PasswordPolicy): Fault | null {
  const length = [...password].length;
  if (length < minLength)
    return {
      rule: 'password.minLength',
      message: `口令至少 ${minLength} 个字符`,
      en: `At least ${minLength} characters`,
    };
  if (length <= LONGEST_PASSWORD) return null;
  return {
    rule: 'password.maxLength',
    message: `口令至多 ${LONGEST_PASSWORD} 个字符`,
    en: `At most ${LONGEST_PASSWORD} characters`,
  };
}

function characterFault(password: string): Fault | null {
  if (!/[\p{Cc}\p{Cs}]/u.test(password)) return null;
  return {
    rule: 'password.characters',
    message: '口令含有无法输入的控制字符',
    en: 'Contains a character that cannot be typed',
  };
}

function complexityFault(password: string, { characterClasses }: PasswordPolicy): Fault | null {
  const classes = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u].filter((form) => form.test(password));
  if (classes.length >= characterClasses) return null;
  return {
    rule: 'password.complexity',
    message: `口令须包含大写字母、小写字母、数字、其他字符中的至少 ${characterClasses} 类`,
    en: `At least ${characterClasses} of: upper case, lower case, digits, other characters`,
  };
}

function nameFault(password: string, names: readonly string[]): Fault | null {
  const lower = password.toLowerCase();
  const parts = names
    .flatMap((name) => [name, ...name.split('@').slice(0, 1)])
    .map((name) => normalPassword(name).trim().toLowerCase())
    .filter((name) => name.length >= (/\p{Script=Han}/u.test(name) ? SHORTEST_NAME.chinese : SHORTEST_NAME.latin));
  if (!parts.some((part) => lower.includes(part))) return null;
  return {
    rule: 'password.containsName',
    message: '口令不得包含登录名或姓名',
    en: 'May not contain the login or the name',
  };
}

async function commonFault(password: string): Promise<Fault | null> {
  if (!(await isCommonPassword(password))) return null;
  return {
    rule: 'password.common',
    message: '口令过于常见或由常见口令稍加变化而成，请更换',
    en: 'A common password, or a small variation of one',
  };
}

/** One after the other: each takes 19 MiB and a thread. */
async function historyFault(password: string, hashes: readonly string[]): Promise<Fault | null> {
  for (const hash of hashes) {
    if (!(await verifyPassword(hash, password))) continue;
    return {
      rule: 'password.history',
      message: `不得重复使用最近 ${hashes.length} 次用过的口令`,
      en: `Not one of the last ${hashes.length} passwords`,
    };
  }
  return null;
}
