import { Column, Entity, PrimaryColumn } from 'typeorm';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type MessageLanguage = (typeof LANGUAGES)[number];

/** One message on its way out of the house by e-mail; address and language are those of the moment it was sent. */
@Entity('email_delivery')
export class EmailDelivery {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid', { name: 'notification_id' })
  notificationId: string;

  @Column('text')
  address: string;

  @Column('text')
  language: MessageLanguage;

  /** `skipped`: this installation sends no e-mail. */
  @Column('text')
  state: 'pending' | 'sent' | 'failed' | 'skipped';

  @Column('text', { nullable: true })
  error: string | null;

  @Column({ type: 'timestamptz', name: 'settled_at', nullable: true })
  settledAt: Date | null;
}
