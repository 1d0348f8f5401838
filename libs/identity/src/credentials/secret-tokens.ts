import { randomBytes } from 'node:crypto';
import { sha256 } from '@shucu/kernel';

/** A secret that was just made: shown or sent once; only its hash is kept. */
export interface NewToken {
  readonly token: string;
  readonly hash: string;
}

/** A token of the right form: the tenant in which to look, and what to look for there. */
export interface ReadToken {
  readonly tenantCode: string;
  readonly hash: string;
}

const CODE = '[a-z][a-z0-9-]{1,30}';
const SECRET = '[A-Za-z0-9_-]{43}';
const SESSION_FORM = new RegExp(`^(${CODE})\\.${SECRET}$`);
const API_FORM = new RegExp(`^shucu_(${CODE})_${SECRET}$`);

/** Value of a session cookie, of a device cookie, and of an invitation or reset link: 256 random bits after the tenant's code. */
export function newSecretToken(tenantCode: string): NewToken {
  return hashed(`${tenantCode}.${randomSecret()}`);
}

/** Reads what {@link newSecretToken} makes; nothing for any other form. */
export function readSecretToken(value: string | undefined): ReadToken | null {
  return read(SESSION_FORM, value);
}

/** An API token: recognisable for those who search leaked files for secrets. */
export function newApiToken(tenantCode: string): NewToken {
  return hashed(`shucu_${tenantCode}_${randomSecret()}`);
}

/** Reads what {@link newApiToken} makes; nothing for any other form. */
export function readApiToken(value: string | undefined): ReadToken | null {
  return read(API_FORM, value);
}

function randomSecret(): string {
  return randomBytes(32).toString('base64url');
}

function hashed(token: string): NewToken {
  return { token, hash: sha256(token) };
}

function read(form: RegExp, value = ''): ReadToken | null {
  const tenantCode = form.exec(value)?.[1];
  return tenantCode ? { tenantCode, hash: sha256(value) } : null;
}
