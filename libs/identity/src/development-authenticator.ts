import { Injectable } from '@nestjs/common';
import type { Actor, Authenticator } from '@shucu/permissions';
import { TenancyService } from '@shucu/tenancy';
import { Account } from './account.entity.js';
import { readDevelopmentToken } from './development-token.js';

/** Development tokens are refused here: the process does not run for development or test. */
export class DevelopmentTokensRefused extends Error {
  override readonly name = 'DevelopmentTokensRefused';
}

/** Authenticates by development tokens until identity proper comes; exists only where NODE_ENV is development or test. */
@Injectable()
export class DevelopmentAuthenticator implements Authenticator {
  constructor(private readonly tenancy: TenancyService) {
    if (!['development', 'test'].includes(process.env['NODE_ENV'] ?? '')) {
      throw new DevelopmentTokensRefused(
        'The api has development tokens only, and refuses them unless NODE_ENV is "development" or "test"',
      );
    }
  }

  async authenticate(authorization: string | undefined): Promise<Actor | null> {
    const credential = readDevelopmentToken(authorization);
    const tenant = credential && (await this.tenancy.findActiveByCode(credential.tenantCode));
    if (!tenant) return null;
    const account = await this.tenancy.transaction(tenant.id, (manager) =>
      manager
        .createQueryBuilder(Account, 'account')
        .innerJoin(
          'development_token',
          'token',
          'token.tenant_id = account.tenant_id AND token.account_id = account.id',
        )
        .where('token.tenant_id = :tenantId AND token.token_hash = :hash', {
          tenantId: tenant.id,
          hash: credential.hash,
        })
        .getOne(),
    );
    if (!account) return null;
    const { id, displayName, role, regionId, organizationId } = account;
    return { tenantId: tenant.id, accountId: id, displayName, role, regionId, organizationId };
  }
}
