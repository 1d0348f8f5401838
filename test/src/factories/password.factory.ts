import { hashPassword } from '@shucu/identity';
import { tenantTransaction } from '@shucu/tenancy';
import type { DataSource } from 'typeorm';
import type { TestPerson, TestTenant } from './tenant.factory.js';

/** Satisfies every rule. */
export const PASSWORD = 'Fluss-Kiesel-2041';

let hash: Promise<string> | undefined;

/** Gives a person of the tenant {@link PASSWORD}, so that signing in as `login` works. */
export async function givePassword(owner: DataSource, tenant: TestTenant, person: TestPerson): Promise<string> {
  hash ??= hashPassword(PASSWORD);
  const stored = await hash;
  await tenantTransaction(owner, tenant.id, (manager) =>
    manager.query(
      `INSERT INTO credential (tenant_id, account_id, password_hash, password_changed_at) VALUES ($1, $2, $3, now() - interval '2 days')`,
      [tenant.id, tenant.accounts[person], stored],
    ),
  );
  return person.toLowerCase();
}
