import { Injectable } from '@nestjs/common';
import { AppError, type FieldFault, newId } from '@shucu/kernel';
import { OrganizationsService } from '@shucu/organizations';
import type { Actor, RoleGrant } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { In } from 'typeorm';
import { SecurityPolicyService } from '../policy/security-policy.service.js';
import { AccountRole } from './account-role.entity.js';
import { grantFaults, placeOf } from './role-grants.js';

/**
 * Which roles a person holds. They are read with every request, in every process, so a change counts from the next one on and
 * the person's sessions may stay: a session says who somebody is, and never what they may do.
 */
@Injectable()
export class AccountRolesService {
  constructor(
    private readonly organizations: OrganizationsService,
    private readonly policies: SecurityPolicyService,
  ) {}

  /** The roles of some accounts. */
  of(accountIds: readonly string[]): Promise<AccountRole[]> {
    const { manager, tenantId } = TenantContext;
    const where = { tenantId, accountId: In([...accountIds]) };
    return manager.find(AccountRole, { where, order: { role: 'ASC', id: 'ASC' } });
  }

  /** Makes these the roles of an account; those that it holds already stay untouched. Throws `validation.failed`. */
  async replace(actor: Actor, accountId: string, grants: readonly RoleGrant[]): Promise<void> {
    await this.refuseFaults(actor, grants);
    const { manager, tenantId } = TenantContext;
    const held = await this.of([accountId]);
    const wanted = new Set(grants.map(keyOf));
    const kept = new Set(held.map(keyOf).filter((key) => wanted.has(key)));
    const gone = held.filter((role) => !kept.has(keyOf(role))).map(({ id }) => id);
    const added = grants.filter((grant) => !kept.has(keyOf(grant)));
    if (gone.length > 0) await manager.delete(AccountRole, { tenantId, id: In(gone) });
    if (added.length === 0) return;
    const row = { tenantId, accountId, grantedBy: actor.accountId };
    await manager.insert(
      AccountRole,
      added.map((grant) => ({ ...grant, ...row, id: newId(), duties: [...grant.duties] })),
    );
  }

  private async refuseFaults(actor: Actor, grants: readonly RoleGrant[]): Promise<void> {
    const { separateAdministrators } = await this.policies.current();
    // An operator of the platform is in the platform's tenant, and nobody else is (a CHECK of the table).
    const isPlatform = actor.roles.some(({ role }) => role === 'platformOperator');
    const faults = [
      ...grantFaults(grants, { isPlatform, separateAdministrators }),
      ...(await this.placeFaults(grants)),
    ];
    if (faults.length > 0) throw new AppError('validation.failed', { count: faults.length }, faults);
  }

  /** Regions and organizations that this tenant does not have; one of another tenant is as if there were none. */
  private async placeFaults(grants: readonly RoleGrant[]): Promise<FieldFault[]> {
    const named = grants.flatMap(({ organizationId }) => organizationId ?? []);
    const organizations = new Set((await this.organizations.byIds(named)).map(({ id }) => id));
    const regions = new Set((await this.organizations.regions()).map(({ id }) => id));
    return grants.flatMap(({ regionId, organizationId }, index): FieldFault[] => [
      ...(regionId === null || regions.has(regionId) ? [] : [unknownRegion(index)]),
      ...(organizationId === null || organizations.has(organizationId) ? [] : [unknownOrganization(index)]),
    ]);
  }
}

const keyOf = (grant: RoleGrant): string => [placeOf(grant), ...[...grant.duties].sort()].join();

const unknownRegion = (index: number): FieldFault => ({
  field: `roles.${index}.regionId`,
  rule: 'exists',
  message: '没有这个市州（见 GET /api/v1/regions）',
  en: 'There is no such region',
});

const unknownOrganization = (index: number): FieldFault => ({
  field: `roles.${index}.organizationId`,
  rule: 'exists',
  message: '没有这个单位（见 GET /api/v1/organizations）',
  en: 'There is no such organization',
});
