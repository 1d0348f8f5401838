import { newId } from '@shucu/kernel';
import type { EntityManager } from 'typeorm';
import type { FileFinding } from './file-finding.entity.js';

/** Every file that a row rests on, by hash and extension. */
const REFERENCES = `
  SELECT 'evidence' AS subject_kind, id AS subject_id, sha256 || '.' || extension AS file
  FROM evidence_file WHERE tenant_id = $1
  UNION ALL
  SELECT 'document', id, form.hash || '.' || form.extension
  FROM document
  CROSS JOIN LATERAL (VALUES (html_hash, 'html'), (pdf_hash, 'pdf'), (docx_hash, 'docx'), (template_hash, 'json'))
    AS form (hash, extension)
  WHERE tenant_id = $1 AND form.hash IS NOT NULL`;

/** The next night, at two o'clock in Asia/Shanghai. */
const NEXT_NIGHT = `
  (date_trunc('day', (now() AT TIME ZONE 'Asia/Shanghai') - interval '2 hours') + interval '1 day 2 hours')
  AT TIME ZONE 'Asia/Shanghai'`;

/** Whether the tenant's files are due by the database's clock; they are then due again the night after. Of two that ask one is told so. */
export async function takeDueCheck(manager: EntityManager, tenantId: string): Promise<boolean> {
  const [taken] = await manager.query<[unknown[], number]>(
    `UPDATE file_check SET due_at = ${NEXT_NIGHT} WHERE tenant_id = $1 AND due_at <= now() RETURNING 1`,
    [tenantId],
  );
  if (taken.length > 0) return true;
  await manager.query(
    `INSERT INTO file_check (tenant_id, due_at) VALUES ($1, ${NEXT_NIGHT}) ON CONFLICT (tenant_id) DO NOTHING`,
    [tenantId],
  );
  return false;
}

/** The next files in the order of their names, each once however many rows rest on it. */
export async function filesAfter(
  manager: EntityManager,
  tenantId: string,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await manager.query<{ file: string }[]>(
    `SELECT DISTINCT file FROM (${REFERENCES}) AS reference WHERE file > $2 ORDER BY file LIMIT $3`,
    [tenantId, after, limit],
  );
  return rows.map(({ file }) => file);
}

/** Files of which something is wrong. */
export type Faults = ReadonlyMap<string, FileFinding['fault']>;

/** Keeps what was found, once for each row that rests on a faulty file, and settles what is right again. */
export async function keepFindings(
  manager: EntityManager,
  tenantId: string,
  { files, faults }: { files: number; faults: Faults },
): Promise<void> {
  const faulty = [...faults.keys()];
  await manager.query(
    'UPDATE file_finding SET settled_at = now() WHERE tenant_id = $1 AND settled_at IS NULL AND NOT file = ANY ($2::text[])',
    [tenantId, faulty],
  );
  const rows = await manager.query<Pick<FileFinding, 'file'>[]>(
    `SELECT DISTINCT subject_kind, subject_id, file FROM (${REFERENCES}) AS reference WHERE file = ANY ($2::text[])`,
    [tenantId, faulty],
  );
  const found = rows.map((row) => ({ ...row, tenant_id: tenantId, id: newId(), fault: faults.get(row.file) }));
  await manager.query(
    `INSERT INTO file_finding (tenant_id, id, fault, subject_kind, subject_id, file)
     SELECT tenant_id, id, fault, subject_kind, subject_id, file FROM jsonb_populate_recordset(NULL::file_finding, $1::jsonb)
     ON CONFLICT (tenant_id, subject_kind, subject_id, file) WHERE settled_at IS NULL DO NOTHING`,
    [JSON.stringify(found)],
  );
  await manager.query('UPDATE file_check SET finished_at = now(), files = $2, faults = $3 WHERE tenant_id = $1', [
    tenantId,
    files,
    faults.size,
  ]);
}

/** Uploads that can no longer go on, finished ones included. */
export async function expiredUploads(manager: EntityManager, tenantId: string): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    'SELECT id FROM evidence_upload WHERE tenant_id = $1 AND expires_at <= now()',
    [tenantId],
  );
  return rows.map(({ id }) => id);
}

export async function forgetUploads(manager: EntityManager, tenantId: string, ids: readonly string[]): Promise<void> {
  await manager.query('DELETE FROM evidence_upload WHERE tenant_id = $1 AND id = ANY ($2::uuid[])', [tenantId, ids]);
}
