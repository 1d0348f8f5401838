import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MessageLanguage } from './email-delivery.entity.js';

/** By e-mail: every message, or none. In the house everybody sees theirs. */
export const EMAIL_CHOICES = ['each', 'none'] as const;

/** How a person wants to be told. */
@Entity('notification_preference')
export class NotificationPreference {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;

  @Column('text')
  email: (typeof EMAIL_CHOICES)[number];

  @Column('text')
  language: MessageLanguage;
}
