import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file that somebody has brought as evidence; its content lies in the store under its hash and never changes. */
@Entity('evidence_file')
export class EvidenceFile {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  /** The same as that of the upload it came by. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  sha256: string;

  /** As its uploader called it. */
  @Column('text')
  name: string;

  /** Under which it is stored: that of the content. */
  @Column('text')
  extension: string;

  /** Of the content, whatever the browser said. */
  @Column('text', { name: 'media_type' })
  mediaType: string;

  @Column('int')
  bytes: number;

  /** For which the uploader operates centers; nothing for officials and experts. */
  @Column('uuid', { name: 'organization_id', nullable: true })
  organizationId: string | null;

  @Column('uuid', { name: 'uploaded_by' })
  uploadedBy: string;

  @Column('timestamptz', { name: 'uploaded_at', default: () => 'statutory_now()' })
  uploadedAt: Date;
}
