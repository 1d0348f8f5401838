import { insertRows, PLATFORM_TENANT_ID } from '@shucu/database';
import { tenantTransaction } from '@shucu/tenancy';
import type { DataSource } from 'typeorm';
import { type DemoLogin, renewPasswords } from './demonstration-logins.js';
import { idOf } from './generator/basis/identifiers.js';
import type { AccountRow } from './generator/rows.types.js';

/** Two, as an erasure needs one who orders and another who confirms. */
const OPERATORS: readonly AccountRow[] = ['平台运营甲', '平台运营乙'].map((displayName, at) => ({
  tenantId: PLATFORM_TENANT_ID,
  id: idOf('platform', 'account', displayName),
  login: `platform${at + 1}`,
  displayName,
  role: 'platformOperator',
  regionId: null,
  organizationId: null,
}));

/** Writes the operators of the platform unless they are there, and gives them new passwords. Runs as the owner. */
export async function writePlatformOperators(owner: DataSource): Promise<DemoLogin[]> {
  await tenantTransaction(owner, PLATFORM_TENANT_ID, async (manager) => {
    for (const { tenantId, id, login, displayName, role } of OPERATORS) {
      const inserted = await manager.query<unknown[]>(
        `INSERT INTO account (tenant_id, id, login, display_name, status) VALUES ($1, $2, $3, $4, 'active')
         ON CONFLICT DO NOTHING RETURNING id`,
        [tenantId, id, login, displayName],
      );
      if (inserted.length === 0) continue;
      await insertRows(manager, 'account_role', [
        {
          tenant_id: tenantId,
          id: idOf('platform', 'role', displayName),
          account_id: id,
          role,
          duties: [],
          granted_at: new Date(),
        },
      ]);
    }
  });
  return renewPasswords(owner, { tenant: { id: PLATFORM_TENANT_ID, code: 'platform' }, accounts: OPERATORS });
}
