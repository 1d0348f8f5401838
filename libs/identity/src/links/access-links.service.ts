import { Injectable } from '@nestjs/common';
import { newId } from '@shucu/kernel';
import type { Actor } from '@shucu/permissions';
import { currentTenant, TenantContext } from '@shucu/tenancy';
import { newSecretToken } from '../credentials/index.js';
import { SecurityPolicyService } from '../policy/security-policy.service.js';

/** Of somebody's first password, or of another one in place of what was forgotten. */
export type LinkPurpose = 'invitation' | 'reset';

/** A link to set a password by, for the administrator to hand over: its token is kept nowhere. */
export interface IssuedLink {
  readonly purpose: LinkPurpose;
  readonly token: string;
  readonly expiresAt: Date;
}

/** Makes links and makes them void; of an account at most one is good at a time. */
@Injectable()
export class AccessLinksService {
  constructor(private readonly policies: SecurityPolicyService) {}

  /** A new link of an account, good for as long as the tenant's policy says; those before are void. `by` nobody: a command. */
  async issue(by: Pick<Actor, 'accountId'> | null, accountId: string, purpose: LinkPurpose): Promise<IssuedLink> {
    await this.voidUnused(accountId);
    const { manager, tenantId } = TenantContext;
    const { linkHours } = await this.policies.current();
    const { code } = await currentTenant();
    const { token, hash } = newSecretToken(code);
    const [{ expiresAt }] = await manager.query<[{ expiresAt: Date }]>(
      `INSERT INTO access_link (tenant_id, id, account_id, purpose, token_hash, expires_at, created_by)
       VALUES ($1, $2, $3, $4, $5, now() + make_interval(hours => $6), $7) RETURNING expires_at AS "expiresAt"`,
      [tenantId, newId(), accountId, purpose, hash, linkHours[purpose], by?.accountId ?? null],
    );
    return { purpose, token, expiresAt };
  }

  /** Makes every link of an account run out at once. */
  async voidUnused(accountId: string): Promise<void> {
    const { manager, tenantId } = TenantContext;
    await manager.query(
      `UPDATE access_link SET expires_at = now()
       WHERE tenant_id = $1 AND account_id = $2 AND used_at IS NULL AND expires_at > now()`,
      [tenantId, accountId],
    );
  }

  /** Whether anybody came into one of the accounts by a link in the last days: whoever had made it may have been the one. */
  async wereUsedWithin(days: number, accountIds: readonly string[]): Promise<boolean> {
    const { manager, tenantId } = TenantContext;
    const used = await manager.query<unknown[]>(
      `SELECT 1 FROM access_link
       WHERE tenant_id = $1 AND account_id = ANY ($2::uuid[]) AND used_at > now() - make_interval(days => $3) LIMIT 1`,
      [tenantId, accountIds, days],
    );
    return used.length > 0;
  }
}
