import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a file which a row rests on is gone, or is no longer what was stored. */
@Entity('file_finding')
export class FileFinding {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  fault: 'missing' | 'damaged';

  @Column('text', { name: 'subject_kind' })
  subjectKind: 'evidence' | 'document';

  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  /** Its SHA-256 and extension. */
  @Column('text')
  file: string;

  @Column('timestamptz', { name: 'found_at' })
  foundAt: Date;

  /** Since when it is found to be right again. */
  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt: Date | null;
}
