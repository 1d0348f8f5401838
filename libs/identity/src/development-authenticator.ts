import { Injectable } from '@nestjs/common';
import type { Actor, Authenticator, Credential } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { readDevelopmentToken } from './development-token.js';

/** Development tokens are refused here: the process does not run for development or test. */
export class DevelopmentTokensRefused extends Error {
  override readonly name = 'DevelopmentTokensRefused';
}

/** Authenticates by development tokens until identity proper comes; exists only where NODE_ENV is development or test. */
@Injectable()
export class DevelopmentAuthenticator implements Authenticator {
  constructor() {
    if (!['development', 'test'].includes(process.env['NODE_ENV'] ?? '')) {
      throw new DevelopmentTokensRefused(
        'The api has development tokens only, and refuses them unless NODE_ENV is "development" or "test"',
      );
    }
  }

  read(authorization: string | undefined): Credential | null {
    const token = readDevelopmentToken(authorization);
    return token && { tenantCode: token.tenantCode, actor: () => actorOf(token.hash) };
  }
}

async function actorOf(hash: string): Promise<Actor | null> {
  const { manager, tenantId } = TenantContext;
  const [account] = await manager.query<Omit<Actor, 'tenantId'>[]>(
    `SELECT account.id AS "accountId", account.display_name AS "displayName", account.role,
       account.region_id AS "regionId", account.organization_id AS "organizationId"
     FROM development_token token
     JOIN account ON account.tenant_id = token.tenant_id AND account.id = token.account_id
     WHERE token.tenant_id = $1 AND token.token_hash = $2`,
    [tenantId, hash],
  );
  return account ? { tenantId, ...account } : null;
}
