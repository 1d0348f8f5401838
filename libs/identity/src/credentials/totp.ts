import { timingSafeEqual } from 'node:crypto';
import { HOTP, Secret, TOTP } from 'otpauth';

/** What every authenticator app supports (RFC 6238 with its defaults). */
const FORM = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const SECRET_BYTES = 20;
/** Steps before and after the present one that are accepted, for clocks that are off. */
const WINDOW = [-1, 0, 1] as const;

/** A new secret for an authenticator app, and the same as the address that its QR code holds. */
export interface NewTotp {
  /** Base32, for typing. */
  readonly secret: string;
  readonly uri: string;
}

/** A new secret of 160 bits; the app shows it under the department's name and the login. */
export function newTotp({ issuer, login }: { issuer: string; login: string }): NewTotp {
  const secret = new Secret({ size: SECRET_BYTES });
  return { secret: secret.base32, uri: new TOTP({ ...FORM, issuer, label: login, secret }).toString() };
}

/**
 * The time step (30 s since 1970) whose code this is, or nothing where it is none of the present, the one before and the one
 * after, or not later than the last step that was used: keep what is returned, so that no code works twice.
 */
export function verifyTotp(
  secret: string,
  code: string,
  { lastStep, now }: { lastStep: number | null; now: Date },
): number | null {
  const digits = code.normalize('NFKC').replace(/\s/g, '');
  if (!/^[0-9]{6}$/.test(digits)) return null;
  const given = Buffer.from(digits);
  const present = Math.floor(now.getTime() / 1000 / FORM.period);
  const key = Secret.fromBase32(secret);
  // All three are compared, each in constant time, whichever matches.
  const matched = WINDOW.map((offset) => present + offset).filter((step) => {
    const isEqual = timingSafeEqual(given, Buffer.from(codeOf(key, step)));
    return isEqual && step > (lastStep ?? -1);
  });
  return matched[0] ?? null;
}

function codeOf(secret: Secret, counter: number): string {
  return HOTP.generate({ secret, counter, algorithm: FORM.algorithm, digits: FORM.digits });
}
