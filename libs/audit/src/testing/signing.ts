import type { KeyObject } from 'node:crypto';
import { prepareSeals, SealFile } from '../seals/seal-file.js';
import { sealNewEntries } from '../seals/seal-new-entries.js';
import { generateSigningKey, readPublicKey, readSigningKey } from '../seals/signing-key.js';
import type { AuditBed } from './audit-bed.js';

/** A fresh key pair, and seals made with it in the same directory. */
export interface Signing {
  readonly privateKeyFile: string;
  readonly publicKey: KeyObject;
  seal(bed: AuditBed, tenantId: string): ReturnType<typeof sealNewEntries>;
}

export async function signing(directory: string): Promise<Signing> {
  const files = await generateSigningKey(directory);
  const key = await readSigningKey(files.privateKey);
  await prepareSeals(directory);
  return {
    privateKeyFile: files.privateKey,
    publicKey: await readPublicKey(files.publicKey),
    seal: (bed, tenantId) =>
      bed.act((manager) => sealNewEntries(manager, tenantId, new SealFile(directory, tenantId), key), tenantId),
  };
}
