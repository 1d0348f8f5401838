import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';

/**
 * Lets the owner of the schema write many rows of the open tenant transaction without an audit entry each; one entry with the
 * given reason stands for them. For anybody else the work is audited row by row as ever.
 */
export async function writeInBulk<T>(manager: EntityManager, reason: string, work: () => Promise<T>): Promise<T> {
  await manager.query(`SELECT set_config('app.audit_bulk', 'on', true)`);
  const result = await work();
  await manager.query(`SELECT set_config('app.audit_bulk', '', true)`);
  await manager.query(
    `INSERT INTO audit_note (tenant_id, id, action, subject, subject_id, result, details)
     SELECT tenant, $1, 'bulkWrite', 'tenant', tenant, 'done', jsonb_build_object('reason', $2::text)
     FROM (SELECT current_setting('app.tenant_id')::uuid) AS current (tenant)`,
    [randomUUID(), reason],
  );
  return result;
}
