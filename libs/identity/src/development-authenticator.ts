import { Injectable } from '@nestjs/common';
import type { Actor, Authenticator, Credential } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { Account } from './account.entity.js';
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
  const account = await manager
    .createQueryBuilder(Account, 'account')
    .innerJoin('development_token', 'token', 'token.tenant_id = account.tenant_id AND token.account_id = account.id')
    .where('token.tenant_id = :tenantId AND token.token_hash = :hash', { tenantId, hash })
    .getOne();
  if (!account) return null;
  const { id, displayName, role, regionId, organizationId } = account;
  return { tenantId, accountId: id, displayName, role, regionId, organizationId };
}
