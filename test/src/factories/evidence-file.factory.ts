import { insertRows } from '@shucu/database';
import { newId, sha256 } from '@shucu/kernel';
import { tenantTransaction } from '@shucu/tenancy';
import type { DataSource } from 'typeorm';
import type { TestTenant } from './tenant.factory.js';

/** Writes an uploaded file without its bytes, to be cited by whoever uploaded it; gives its id. */
export async function createEvidenceFile(
  owner: DataSource,
  { id: tenantId }: Pick<TestTenant, 'id'>,
  { uploadedBy, organizationId = null }: { uploadedBy: string; organizationId?: string | null },
): Promise<string> {
  const id = newId();
  const file = {
    sha256: sha256(id),
    name: '变更通知书.pdf',
    extension: 'pdf',
    media_type: 'application/pdf',
    bytes: 20_480,
  };
  const upload = { organization_id: organizationId, uploaded_by: uploadedBy, uploaded_at: new Date() };
  await tenantTransaction(owner, tenantId, (manager) =>
    insertRows(manager, 'evidence_file', [{ tenant_id: tenantId, id, ...file, ...upload }]),
  );
  return id;
}
