import { TenantContext } from '@shucu/tenancy';

/** A place of a row that rests on files. */
export interface CitingPlace {
  /** Declared by `@EvidenceSubject`. */
  readonly subjectKind: string;
  readonly subjectId: string;
  /** Where in the row: an indicator, a field. */
  readonly place: string;
  /** Whose center and which year it speaks for, so that the same file in two places can be told. */
  readonly centerId?: string | null;
  readonly year?: number | null;
}

/** A file and the place that rests on it. */
export interface CitedFile {
  readonly fileId: string;
  readonly subjectId: string;
  readonly place: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly uploadedAt: Date;
  readonly citedAt: Date;
}

/** What the place rests on now, and whether for the same center and year as it would be cited for again. */
export function selectLive({
  subjectKind,
  subjectId,
  place,
  centerId = null,
  year = null,
}: CitingPlace): Promise<{ fileId: string; isSame: boolean }[]> {
  const { manager, tenantId } = TenantContext;
  return manager.query(
    `SELECT file_id AS "fileId", center_id IS NOT DISTINCT FROM $5 AND year IS NOT DISTINCT FROM $6 AS "isSame"
     FROM evidence_citation
     WHERE tenant_id = $1 AND subject_kind = $2 AND subject_id = $3 AND place = $4 AND withdrawn_at IS NULL`,
    [tenantId, subjectKind, subjectId, place, centerId, year],
  );
}

/** What the rows rest on now. */
export function selectCited(subjectKind: string, subjectIds: readonly string[]): Promise<CitedFile[]> {
  const { manager, tenantId } = TenantContext;
  return manager.query<CitedFile[]>(
    `SELECT file.id AS "fileId", cited.subject_id AS "subjectId", cited.place, file.name, file.media_type AS "mediaType",
       file.bytes, file.sha256, file.uploaded_at AS "uploadedAt", cited.cited_at AS "citedAt"
     FROM evidence_citation cited
     JOIN evidence_file file ON file.tenant_id = cited.tenant_id AND file.id = cited.file_id
     WHERE cited.tenant_id = $1 AND cited.subject_kind = $2 AND cited.subject_id = ANY ($3::uuid[])
       AND cited.withdrawn_at IS NULL
     ORDER BY cited.id`,
    [tenantId, subjectKind, subjectIds],
  );
}

/** A file that a row rested on at a moment, and what the store calls it. */
export interface CitedThen extends CitedFile {
  readonly subjectKind: string;
  readonly extension: string;
  readonly withdrawnAt: Date | null;
}

/** What the rows rested on at a moment of statutory time. */
export function selectCitedAt(subjectIds: readonly string[], moment: Date): Promise<CitedThen[]> {
  const { manager, tenantId } = TenantContext;
  return manager.query<CitedThen[]>(
    `SELECT file.id AS "fileId", cited.subject_kind AS "subjectKind", cited.subject_id AS "subjectId", cited.place, file.name,
       file.media_type AS "mediaType", file.bytes, file.sha256, file.extension, file.uploaded_at AS "uploadedAt",
       cited.cited_at AS "citedAt", cited.withdrawn_at AS "withdrawnAt"
     FROM evidence_citation cited
     JOIN evidence_file file ON file.tenant_id = cited.tenant_id AND file.id = cited.file_id
     WHERE cited.tenant_id = $1 AND cited.subject_id = ANY ($2::uuid[])
       AND cited.cited_at < $3 AND (cited.withdrawn_at IS NULL OR cited.withdrawn_at >= $3)
     ORDER BY cited.id`,
    [tenantId, subjectIds, moment],
  );
}
