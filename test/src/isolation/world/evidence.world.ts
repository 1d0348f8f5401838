import { insertRows } from '@shucu/database';
import { newId } from '@shucu/kernel';
import { tenantTransaction } from '@shucu/tenancy';
import type { TestTenant } from '../../factories/tenant.factory.js';
import { callerOf } from '../../harness/caller.js';
import type { TestPlatform } from '../../harness/platform.js';
import { beginUpload, uploadFile } from '../../harness/upload.js';

/** Evidence of a tenant. */
export interface EvidenceIds {
  /** Of the center's operator, cited by a service record. */
  readonly evidenceFile: string;
  /** Of the same, with nothing of it here yet; {@link PIECE_OF_ALL} is all of it. */
  readonly evidenceUpload: string;
  readonly fileFinding: string;
}

/** The whole content of the upload that is under way. */
export const PIECE_OF_ALL = Buffer.from('签到');

export async function createEvidence(
  platform: TestPlatform,
  tenant: TestTenant,
  centerId: string,
): Promise<EvidenceIds> {
  const files = await createFiles(platform, tenant.tokens.centerOperator, centerId);
  const fileFinding = newId();
  await tenantTransaction(platform.owner, tenant.id, (manager) =>
    insertRows(manager, 'file_finding', [
      {
        ...{ tenant_id: tenant.id, id: fileFinding, fault: 'missing', subject_kind: 'evidence' },
        ...{ subject_id: files.evidenceFile, file: `${'a'.repeat(64)}.txt`, found_at: new Date() },
      },
    ]),
  );
  return { ...files, fileFinding };
}

/** What an operator has brought for a center. */
export async function createFiles(
  platform: TestPlatform,
  token: string,
  centerId: string,
): Promise<Omit<EvidenceIds, 'fileFinding'>> {
  const evidenceFile = await uploadFile(platform, token, '签到表.txt', '张三');
  const evidence = [{ kind: 'signInSheet', title: '签到表', fileId: evidenceFile }];
  const record = { centerId, type: 'training', servedOn: '2024-04-02', title: '有佐证的培训', evidence };
  await callerOf(platform, token).post('service-records', record).expect(201);
  const { body } = await beginUpload(platform, token, '待传.txt', PIECE_OF_ALL.length).expect(201);
  return { evidenceFile, evidenceUpload: body.id };
}
