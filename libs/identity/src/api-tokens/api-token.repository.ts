import { TenantContext } from '@shucu/tenancy';

/** An API token as people see it: never the token itself, nor its hash. */
export interface ApiTokenView {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly accountId: string;
  readonly login: string;
  readonly displayName: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

export interface ApiTokenPage {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly accountId?: string | undefined;
}

/** Tokens of the open tenant, newest first, also those that are over: by account, by id, or all of them. */
export async function findTokens(wanted: ApiTokenPage & { readonly id?: string }): Promise<ApiTokenView[]> {
  const { manager, tenantId } = TenantContext;
  const { id = null, accountId = null, after = null, limit } = wanted;
  return manager.query<ApiTokenView[]>(
    `SELECT token.id, token.name, token.scopes, token.account_id AS "accountId", account.login,
       account.display_name AS "displayName", token.created_at AS "createdAt", token.expires_at AS "expiresAt",
       token.last_used_at AS "lastUsedAt", token.revoked_at AS "revokedAt"
     FROM api_token token JOIN account ON account.tenant_id = token.tenant_id AND account.id = token.account_id
     WHERE token.tenant_id = $1 AND ($2::uuid IS NULL OR token.id = $2) AND ($3::uuid IS NULL OR token.account_id = $3)
       AND ($4::uuid IS NULL OR token.id < $4)
     ORDER BY token.id DESC LIMIT $5`,
    [tenantId, id, accountId, after, limit],
  );
}
