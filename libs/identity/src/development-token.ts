import { randomBytes } from 'node:crypto';
import { sha256 } from '@shucu/kernel';

const FORM = /^dev\.([a-z][a-z0-9-]{1,30})\.([A-Za-z0-9_-]{43})$/;

/** A token for development: names its tenant in the clear, proves itself by a random secret; only its hash is stored. */
export function newDevelopmentToken(tenantCode: string): { token: string; hash: string } {
  const token = `dev.${tenantCode}.${randomBytes(32).toString('base64url')}`;
  return { token, hash: sha256(token) };
}

/** The parts of an `Authorization: Bearer dev.…` header, or nothing when it has another form. */
export function readDevelopmentToken(authorization: string | undefined): { tenantCode: string; hash: string } | null {
  const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1] ?? '';
  const tenantCode = FORM.exec(token)?.[1];
  return tenantCode ? { tenantCode, hash: sha256(token) } : null;
}
