import { Injectable } from '@nestjs/common';
import { AppError } from '@shucu/kernel';
import { type Actor, conditionsOf } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { type SecurityPolicy, securityPolicySchema } from '../credentials/security-policy.js';

/** A tenant's security policy with the version that a change must name. */
export interface VersionedPolicy {
  readonly version: number;
  readonly settings: SecurityPolicy;
}

/** What a tenant demands of passwords, sessions and second factors (等保三级); defaults hold until it says otherwise. */
@Injectable()
export class SecurityPolicyService {
  async current(): Promise<SecurityPolicy> {
    return (await this.versioned()).settings;
  }

  get(actor: Actor): Promise<VersionedPolicy> {
    conditionsOf(actor, 'read', 'SecurityPolicy');
    return this.versioned();
  }

  /** Replaces the policy of the version that the caller saw; a tenant that has none yet is at version 0. */
  async set(actor: Actor, version: number, settings: SecurityPolicy): Promise<VersionedPolicy> {
    conditionsOf(actor, 'update', 'SecurityPolicy');
    const { manager, tenantId } = TenantContext;
    const [changed] = await manager.query<{ version: number }[]>(
      `INSERT INTO security_policy (tenant_id, settings, version, updated_by) SELECT $1, $2, 1, $3 WHERE $4 = 0
       ON CONFLICT DO NOTHING RETURNING version`,
      [tenantId, JSON.stringify(settings), actor.accountId, version],
    );
    if (changed) return { version: changed.version, settings };
    const [rows] = await manager.query<[{ version: number }[], number]>(
      `UPDATE security_policy SET settings = $2, version = version + 1, updated_by = $3, updated_at = now()
       WHERE tenant_id = $1 AND version = $4 RETURNING version`,
      [tenantId, JSON.stringify(settings), actor.accountId, version],
    );
    const [row] = rows;
    if (row) return { version: row.version, settings };
    throw new AppError('conflict.stale', { current: (await this.versioned()).version, given: version });
  }

  private async versioned(): Promise<VersionedPolicy> {
    const { manager, tenantId } = TenantContext;
    const [row] = await manager.query<{ version: number; settings: object }[]>(
      'SELECT version, settings FROM security_policy WHERE tenant_id = $1',
      [tenantId],
    );
    return { version: row?.version ?? 0, settings: securityPolicySchema.parse(row?.settings ?? {}) };
  }
}
