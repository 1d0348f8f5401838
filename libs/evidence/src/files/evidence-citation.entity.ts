import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a place of a row rests on a file. */
@Entity('evidence_citation')
export class EvidenceCitation {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'file_id' })
  fileId: string;

  /** What kind of row, as its feature declares by `@EvidenceSubject`. */
  @Column('text', { name: 'subject_kind' })
  subjectKind: string;

  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  /** Where in the row: an indicator, a field. */
  @Column('text')
  place: string;

  @Column('uuid', { name: 'center_id', nullable: true })
  centerId: string | null;

  @Column('int', { nullable: true })
  year: number | null;

  @Column('uuid', { name: 'cited_by' })
  citedBy: string;

  @Column('timestamptz', { name: 'cited_at', default: () => 'statutory_now()' })
  citedAt: Date;

  /** Since when the place no longer rests on it. */
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;
}
