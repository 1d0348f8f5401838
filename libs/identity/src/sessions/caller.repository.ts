import type { Pending, Role, RoleGrant } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';

/** The person behind a session or a token, in one statement, which every request pays for. A factor of ours counts while it is set up. */
export interface CallerRow {
  readonly accountId: string;
  readonly displayName: string;
  readonly roles: readonly RoleGrant[];
  readonly pending: Pending | null;
  readonly credentialId: string;
  /** The moment of the last use is old enough to be written again. */
  readonly isStale: boolean;
  /** Of a token. */
  readonly scopes: readonly string[] | null;
}

interface FoundRow extends Omit<CallerRow, 'pending'> {
  readonly mustChangePassword: boolean;
  readonly hasTwoFactor: boolean;
  readonly twoFactorRoles: readonly Role[];
}

const ROLES_OF_ACCOUNT = `
  COALESCE((SELECT jsonb_agg(jsonb_build_object('role', role, 'regionId', region_id, 'organizationId', organization_id,
      'duties', to_jsonb(duties)) ORDER BY role, id)
    FROM account_role WHERE account_role.tenant_id = $1 AND account_role.account_id = account.id), '[]') AS roles`;

/** Names the caller to the audit log of this transaction. */
const namedAs = (kind: 'account' | 'apiToken', name: string): string =>
  `set_config('app.audit_actor', jsonb_build_object('kind', '${kind}', 'id', account.id, 'name', ${name})::text, true)`;

const BY_SESSION = `
  SELECT account.id AS "accountId", account.display_name AS "displayName", session.id AS "credentialId", ${ROLES_OF_ACCOUNT},
    NULL AS scopes, session.last_seen_at < now() - interval '1 minute' AS "isStale",
    COALESCE(credential.must_change_password, false) AS "mustChangePassword",
    session.method = 'oidc' AND session.second_factor OR credential.totp_confirmed_at IS NOT NULL AS "hasTwoFactor",
    COALESCE(policy.settings -> 'twoFactorRoles', '[]') AS "twoFactorRoles", ${namedAs('account', 'account.display_name')}
  FROM session JOIN account ON account.tenant_id = session.tenant_id AND account.id = session.account_id
  LEFT JOIN credential ON credential.tenant_id = session.tenant_id AND credential.account_id = session.account_id
  LEFT JOIN security_policy policy ON policy.tenant_id = session.tenant_id
  WHERE session.tenant_id = $1 AND session.token_hash = $2 AND session.ended_at IS NULL AND session.expires_at > now()
    AND session.last_seen_at > now() - make_interval(mins => session.idle_minutes) AND account.status = 'active'`;

const BY_API_TOKEN = `
  SELECT account.id AS "accountId", account.display_name AS "displayName", token.id AS "credentialId", ${ROLES_OF_ACCOUNT},
    token.scopes, COALESCE(token.last_used_at, '-infinity') < now() - interval '1 minute' AS "isStale",
    false AS "mustChangePassword", true AS "hasTwoFactor", '[]'::jsonb AS "twoFactorRoles",
    ${namedAs('apiToken', `account.display_name || ' / ' || token.name`)}
  FROM api_token token JOIN account ON account.tenant_id = token.tenant_id AND account.id = token.account_id
  WHERE token.tenant_id = $1 AND token.token_hash = $2 AND token.revoked_at IS NULL AND token.expires_at > now()
    AND account.status = 'active'`;

/** Who comes with the session of this hash; nobody where it has ended, ran out, or its account is not active. */
export async function findBySession(hash: string): Promise<CallerRow | null> {
  return find(BY_SESSION, hash);
}

/** Who comes with the API token of this hash; nobody where it was revoked, ran out, or its account is not active. */
export async function findByApiToken(hash: string): Promise<CallerRow | null> {
  return find(BY_API_TOKEN, hash);
}

/** Keeps that a session was used. */
export async function touchSession(id: string): Promise<void> {
  const { manager, tenantId } = TenantContext;
  await manager.query('UPDATE session SET last_seen_at = now() WHERE tenant_id = $1 AND id = $2', [tenantId, id]);
}

/** Keeps that an API token was used. */
export async function touchApiToken(id: string): Promise<void> {
  const { manager, tenantId } = TenantContext;
  await manager.query('UPDATE api_token SET last_used_at = now() WHERE tenant_id = $1 AND id = $2', [tenantId, id]);
}

async function find(select: string, hash: string): Promise<CallerRow | null> {
  const { manager, tenantId } = TenantContext;
  const [found] = await manager.query<FoundRow[]>(select, [tenantId, hash]);
  if (!found) return null;
  const { mustChangePassword, hasTwoFactor, twoFactorRoles, ...caller } = found;
  const needsTwoFactor = !hasTwoFactor && caller.roles.some(({ role }) => twoFactorRoles.includes(role));
  return { ...caller, pending: mustChangePassword ? 'password' : needsTwoFactor ? 'twoFactor' : null };
}
