import { Injectable } from '@nestjs/common';
import { FileLimits, FileStore, PartFiles, PartLost } from '@shucu/files';
import { AppError, newId } from '@shucu/kernel';
import type { Actor } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { Raw } from 'typeorm';
import { EvidenceFile } from '../files/evidence-file.entity.js';
import { evidenceOrganizationsOf } from '../files/evidence-owner.js';
import { checkContent } from './content-check.js';
import { kindOfName, mediaTypeOf } from './content-kinds.js';
import { EvidenceUpload } from './evidence-upload.entity.js';
import { refuseBeyondLimits, refuseManyUploads } from './quota.js';

/** Until when an upload that nothing comes for can go on. */
const EXPIRY = `now() + interval '24 hours'`;

/** Files on their way, piece by piece: what is confirmed is on the disk, and a file cut off half way is never a file. */
@Injectable()
export class UploadsService {
  constructor(
    private readonly parts: PartFiles,
    private readonly files: FileStore,
    private readonly limits: FileLimits,
  ) {}

  /**
   * Begins an upload of so many bytes. Throws `evidence.extension`, `evidence.tooLarge`, `evidence.quota` and
   * `evidence.tooManyUploads`.
   */
  async create(actor: Actor, { name, bytes }: { name: string; bytes: number }): Promise<EvidenceUpload> {
    kindOfName(name);
    const [organizationId = null] = evidenceOrganizationsOf(actor);
    await refuseBeyondLimits(this.limits, organizationId, bytes);
    await refuseManyUploads(actor.accountId);
    const { manager, tenantId } = TenantContext;
    const row = { tenantId, id: newId(), uploadedBy: actor.accountId, organizationId, name, bytes, received: 0 };
    await manager.insert(EvidenceUpload, { ...row, expiresAt: () => EXPIRY });
    return this.get(actor, row.id);
  }

  /** One's own uploads that can go on, newest first. */
  list(actor: Actor): Promise<EvidenceUpload[]> {
    const { manager, tenantId } = TenantContext;
    return manager
      .createQueryBuilder(EvidenceUpload, 'upload')
      .where('upload.tenant_id = :tenantId AND upload.uploaded_by = :accountId', {
        tenantId,
        accountId: actor.accountId,
      })
      .andWhere('upload.received < upload.bytes AND upload.expires_at > now()')
      .orderBy('upload.id', 'DESC')
      .getMany();
  }

  /** One's own upload; one that has expired is gone. */
  get(actor: Actor, id: string): Promise<EvidenceUpload> {
    return this.find(actor, id);
  }

  /** The same, locked until the transaction ends: of two pieces at once the second sees what the first has added. */
  lock(actor: Actor, id: string): Promise<EvidenceUpload> {
    return this.find(actor, id, { mode: 'pessimistic_write' });
  }

  /**
   * Adds a piece to a locked upload; with the last one the file comes into being, under the id of the upload. Throws
   * `evidence.offset` for a piece that does not go on where the upload is, `evidence.beyondEnd`, `evidence.partLost`, and with the
   * last piece `evidence.content`.
   */
  async append(upload: EvidenceUpload, offset: number, piece: Uint8Array): Promise<EvidenceUpload> {
    const { tenantId, id, bytes, received } = upload;
    if (offset !== received) throw new AppError('evidence.offset', { expected: received, given: offset });
    if (offset + piece.length > bytes) throw new AppError('evidence.beyondEnd', { bytes });
    if (piece.length === 0) return upload;
    await this.parts.write(tenantId, id, offset, piece).catch((cause: unknown) => {
      throw cause instanceof PartLost ? new AppError('evidence.partLost', {}, [], { cause }) : cause;
    });
    const now = { ...upload, received: offset + piece.length };
    const { manager } = TenantContext;
    await manager.update(EvidenceUpload, { tenantId, id }, { received: now.received, expiresAt: () => EXPIRY });
    if (now.received === bytes) await this.finish(now);
    return now;
  }

  /** Gives an upload up; a file that has come of it stays. */
  async cancel(actor: Actor, id: string): Promise<void> {
    const { tenantId } = await this.lock(actor, id);
    await this.parts.remove(tenantId, id);
    await TenantContext.manager.delete(EvidenceUpload, { tenantId, id });
  }

  /** What has arrived stays on the disk until the transaction is known to have committed: the nightly check takes it away. */
  private async finish({ tenantId, id, name, bytes, organizationId, uploadedBy }: EvidenceUpload): Promise<void> {
    const kind = await checkContent(this.parts.path(tenantId, id), name);
    const stored = await this.files.putStream(tenantId, this.parts.read(tenantId, id), kind);
    if (stored.bytes !== bytes) throw new AppError('evidence.partLost');
    const file = { tenantId, id, name, bytes, organizationId, uploadedBy, extension: kind };
    await TenantContext.manager.insert(EvidenceFile, { ...file, sha256: stored.hash, mediaType: mediaTypeOf(kind) });
  }

  private async find(
    { accountId }: Actor,
    id: string,
    lock?: { readonly mode: 'pessimistic_write' },
  ): Promise<EvidenceUpload> {
    const { manager, tenantId } = TenantContext;
    const where = { tenantId, id, uploadedBy: accountId, expiresAt: Raw((column) => `${column} > now()`) };
    const found = await manager.findOne(EvidenceUpload, { where, ...(lock && { lock }) });
    if (!found) throw new AppError('resource.notFound');
    return found;
  }
}
