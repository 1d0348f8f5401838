import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MessageTexts } from './notification-definition.js';

/** One message to one person; what it says is fixed when it is sent. */
@Entity('notification')
export class Notification {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @Column('text')
  kind: string;

  /** What makes it the same message: nobody gets one of a kind twice with the same key. */
  @Column('text')
  key: string;

  @Column('text', { name: 'subject_kind' })
  subjectKind: string;

  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  @Column('jsonb')
  texts: MessageTexts;

  /** By the statutory clock. */
  @Column({ type: 'timestamptz', name: 'sent_at', insert: false, update: false })
  sentAt: Date;

  @Column({ type: 'timestamptz', name: 'read_at', nullable: true })
  readAt: Date | null;
}
