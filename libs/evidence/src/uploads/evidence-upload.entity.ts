import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** A file on its way: what it will be called, how large it says it is, and how much of it is safely here. */
@Entity('evidence_upload')
export class EvidenceUpload {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  /** Also of the file that comes of it. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'uploaded_by' })
  uploadedBy: string;

  @Column('uuid', { name: 'organization_id', nullable: true })
  organizationId: string | null;

  @Column('text')
  name: string;

  /** As declared when it began. */
  @Column('int')
  bytes: number;

  /** All of them on the disk; the next byte is this one. */
  @Column('int')
  received: number;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  /** Until then it can go on; every further piece moves it. */
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}
