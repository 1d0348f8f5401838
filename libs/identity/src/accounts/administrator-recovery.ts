import { AppError } from '@shucu/kernel';
import { AuditContext, Tenant, TenantContext, tenantTransaction } from '@shucu/tenancy';
import type { DataSource } from 'typeorm';
import { AccessLinksService, type IssuedLink } from '../links/access-links.service.js';
import { SecurityPolicyService } from '../policy/security-policy.service.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { removeSecondFactor } from '../two-factor/second-factor.repository.js';

/**
 * Lets a security administrator in again, of a province or of the platform, who lost all ways in and has no colleague who could
 * help: as the owner of the schema, and in the tenant's own audit log. Gives a link to set a password by; the second factor and all
 * sessions are gone. Throws `resource.notFound` for anybody else.
 */
export async function recoverAdministrator(owner: DataSource, tenantCode: string, login: string): Promise<IssuedLink> {
  const tenant = await owner.manager.findOneBy(Tenant, { code: tenantCode });
  if (!tenant) throw new AppError('resource.notFound');
  return AuditContext.run({ action: 'administrator.recover' }, () =>
    tenantTransaction(owner, tenant.id, () => recover(login)),
  );
}

async function recover(login: string): Promise<IssuedLink> {
  const { manager, tenantId } = TenantContext;
  const [found] = await manager.query<{ id: string; status: string }[]>(
    `SELECT id, status FROM account WHERE tenant_id = $1 AND login = $2 AND EXISTS (
       SELECT 1 FROM account_role held WHERE held.tenant_id = account.tenant_id AND held.account_id = account.id
         AND (held.role = 'platformOperator' OR 'security' = ANY (held.duties))) FOR UPDATE`,
    [tenantId, login],
  );
  if (!found) throw new AppError('resource.notFound');
  await removeSecondFactor(found.id);
  await new SessionsService().endAll(found.id, 'accountChanged');
  if (found.status === 'disabled') {
    await manager.query(
      `UPDATE account SET status = 'invited', version = version + 1, updated_at = now() WHERE tenant_id = $1 AND id = $2`,
      [tenantId, found.id],
    );
  }
  const links = new AccessLinksService(new SecurityPolicyService());
  return links.issue(null, found.id, found.status === 'active' ? 'reset' : 'invitation');
}
