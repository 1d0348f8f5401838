import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ApplicationContent } from '../dossier/application-content.js';

/** What an application looked like when it was submitted: never changed, numbered from 1. */
@Entity('application_submission')
export class ApplicationSubmission {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'application_id' })
  applicationId: string;

  @Column('int')
  number: number;

  @Column('jsonb')
  content: ApplicationContent;

  /** SHA-256 of the canonical JSON of the content. */
  @Column('text', { name: 'content_hash' })
  contentHash: string;

  @Column('uuid', { name: 'submitted_by' })
  submittedBy: string;

  /** By the statutory clock. */
  @Column({ type: 'timestamptz', name: 'submitted_at', insert: false, update: false })
  submittedAt: Date;
}
