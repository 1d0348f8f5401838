import type { QueryRunner } from 'typeorm';

/** The group role that holds the application's grants; login roles are made members of it. It owns nothing. */
export const APPLICATION_ROLE = 'shucu_application';

/** The expression every policy compares with: the tenant of the running transaction, or NULL, which matches no row. */
const CURRENT_TENANT = `(SELECT NULLIF(current_setting('app.tenant_id', true), '')::uuid)`;

/**
 * Protects one table by its `tenant_id`: the only way a migration makes a tenant table. Row level security is enabled and
 * forced (also for the owner), one policy covers reading and writing, and the application gets the named grants only.
 */
export async function enableTenantRls(
  queryRunner: QueryRunner,
  table: string,
  grants = 'SELECT, INSERT, UPDATE',
): Promise<void> {
  await queryRunner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
  await queryRunner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  await queryRunner.query(
    `CREATE POLICY tenant ON ${table} USING (tenant_id = ${CURRENT_TENANT}) WITH CHECK (tenant_id = ${CURRENT_TENANT})`,
  );
  if (grants) await queryRunner.query(`GRANT ${grants} ON ${table} TO ${APPLICATION_ROLE}`);
}
