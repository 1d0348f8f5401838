/** One reference to evidence: what it is, and the uploaded file, or only the SHA-256 of one that is kept elsewhere. */
export interface EvidenceReference {
  readonly kind: string;
  readonly title: string;
  /** Of `evidence_file`. */
  readonly fileId?: string | undefined;
  readonly sha256?: string | undefined;
}

/** The uploaded files among the references. */
export function fileIdsOf(references: readonly EvidenceReference[]): string[] {
  return references.flatMap(({ fileId }) => fileId ?? []);
}
