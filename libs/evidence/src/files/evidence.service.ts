import { Injectable } from '@nestjs/common';
import { AuditService } from '@shucu/audit';
import { FileCorrupted, FileLimits, FileMissing, FileStore, type StoredFile } from '@shucu/files';
import { AppError, newId } from '@shucu/kernel';
import type { Actor } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import {
  type CitedFile,
  type CitedThen,
  type CitingPlace,
  selectCited,
  selectCitedAt,
  selectLive,
} from './citations.repository.js';
import { EvidenceCitation } from './evidence-citation.entity.js';
import { EvidenceFile } from './evidence-file.entity.js';
import { evidenceOrganizationsOf, isOwnFile } from './evidence-owner.js';
import { EvidenceSubjects } from './evidence-subjects.js';

export interface EvidencePage {
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Files as evidence: which row cites which, and who may have them. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly files: FileStore,
    private readonly limits: FileLimits,
    private readonly subjects: EvidenceSubjects,
    private readonly audit: AuditService,
  ) {}

  /**
   * Makes these files, and no others, what the place rests on; in the caller's transaction. Whoever may read the row may then have
   * them. Throws `evidence.unknown` for a file that the actor may not read and `evidence.tooMany`.
   */
  async cite(actor: Actor, place: CitingPlace, fileIds: readonly string[]): Promise<void> {
    this.subjects.assertKnown(place.subjectKind);
    const wanted = [...new Set(fileIds)];
    if (wanted.length > this.limits.perRow) throw new AppError('evidence.tooMany', { limit: this.limits.perRow });
    const live = await selectLive(place);
    const kept = live.filter(({ fileId, isSame }) => isSame && wanted.includes(fileId)).map(({ fileId }) => fileId);
    const known = live.map(({ fileId }) => fileId);
    for (const id of wanted) if (!known.includes(id)) await this.refuseUnknown(actor, id);
    await this.withdraw(
      place,
      known.filter((id) => !kept.includes(id)),
    );
    await this.add(
      actor,
      place,
      wanted.filter((id) => !kept.includes(id)),
    );
  }

  /** What rows of a kind rest on now, in the order in which it was cited. Asks for no permission: the caller has done so. */
  of(subjectKind: string, subjectIds: readonly string[]): Promise<CitedFile[]> {
    return selectCited(subjectKind, subjectIds);
  }

  /** What rows of whatever kind rested on at a moment of statutory time. Asks for no permission: the caller has done so. */
  asOf(subjectIds: readonly string[], moment: Date): Promise<CitedThen[]> {
    return selectCitedAt(subjectIds, moment);
  }

  /** Whether the actor may read a row that cites files, and so what it cites. */
  mayReadSubject(actor: Actor, subjectKind: string, subjectId: string): Promise<boolean> {
    return this.subjects.mayRead(subjectKind, actor, subjectId);
  }

  /** The files of one's own and of one's organization, newest first; `after` is the last id of the page before. */
  list(actor: Actor, { after, limit }: EvidencePage): Promise<EvidenceFile[]> {
    const { manager, tenantId } = TenantContext;
    const query = manager
      .createQueryBuilder(EvidenceFile, 'file')
      .where('file.tenant_id = :tenantId', { tenantId })
      .andWhere('(file.uploaded_by = :accountId OR file.organization_id = ANY (:organizations))', {
        accountId: actor.accountId,
        organizations: evidenceOrganizationsOf(actor),
      })
      .orderBy('file.id', 'DESC')
      .limit(limit);
    if (after) query.andWhere('file.id < :after', { after });
    return query.getMany();
  }

  /** A file of one's own organization, or one that a row cites, or has cited, that the actor may read; otherwise there is none. */
  async get(actor: Actor, id: string): Promise<EvidenceFile> {
    const { manager, tenantId } = TenantContext;
    const file = await manager.findOneBy(EvidenceFile, { tenantId, id });
    if (file && (await this.mayRead(actor, file))) return file;
    throw new AppError('resource.notFound');
  }

  /** A file whose content has just been found to have its hash; that it was taken is recorded. Throws `evidence.damaged`. */
  async download(actor: Actor, id: string): Promise<{ file: EvidenceFile; content: StoredFile }> {
    const file = await this.get(actor, id);
    const content = await this.files.checked(file.tenantId, file.sha256, file.extension).catch((cause: unknown) => {
      const isDamaged = cause instanceof FileCorrupted || cause instanceof FileMissing;
      throw isDamaged ? new AppError('evidence.damaged', {}, [], { cause }) : cause;
    });
    const event = { action: 'evidence.download', subject: 'evidence_file', subjectId: id, result: 'done' } as const;
    await this.audit.note({ ...event, details: { sha256: file.sha256 } });
    return { file, content };
  }

  private async mayRead(actor: Actor, file: EvidenceFile): Promise<boolean> {
    if (isOwnFile(actor, file)) return true;
    const { manager, tenantId } = TenantContext;
    const citing = await manager.query<Pick<EvidenceCitation, 'subjectKind' | 'subjectId'>[]>(
      `SELECT DISTINCT subject_kind AS "subjectKind", subject_id AS "subjectId" FROM evidence_citation
       WHERE tenant_id = $1 AND file_id = $2`,
      [tenantId, file.id],
    );
    for (const { subjectKind, subjectId } of citing) {
      if (await this.subjects.mayRead(subjectKind, actor, subjectId)) return true;
    }
    return false;
  }

  private async refuseUnknown(actor: Actor, id: string): Promise<void> {
    const { manager, tenantId } = TenantContext;
    const file = await manager.findOneBy(EvidenceFile, { tenantId, id });
    if (!file || !(await this.mayRead(actor, file))) throw new AppError('evidence.unknown');
  }

  private async add(actor: Actor, citing: CitingPlace, fileIds: readonly string[]): Promise<void> {
    if (fileIds.length === 0) return;
    const { manager, tenantId } = TenantContext;
    const { subjectKind, subjectId, place, centerId = null, year = null } = citing;
    const row = { tenantId, subjectKind, subjectId, place, centerId, year, citedBy: actor.accountId };
    await manager.insert(
      EvidenceCitation,
      fileIds.map((fileId) => ({ ...row, id: newId(), fileId })),
    );
  }

  private async withdraw({ subjectKind, subjectId, place }: CitingPlace, fileIds: readonly string[]): Promise<void> {
    if (fileIds.length === 0) return;
    const { manager, tenantId } = TenantContext;
    await manager.query(
      `UPDATE evidence_citation SET withdrawn_at = statutory_now()
       WHERE tenant_id = $1 AND subject_kind = $2 AND subject_id = $3 AND place = $4
         AND file_id = ANY ($5::uuid[]) AND withdrawn_at IS NULL`,
      [tenantId, subjectKind, subjectId, place, fileIds],
    );
  }
}
