import { Injectable } from '@nestjs/common';
import { OutboxService } from '@shucu/jobs';
import { newId } from '@shucu/kernel';
import { TenantContext } from '@shucu/tenancy';
import { Notification } from './notification.entity.js';
import { filled, type MessageParams, type NotificationDefinition } from './notification-definition.js';
import { SEND_EMAIL } from './notifications.jobs.js';
import { accountsOf, type Recipients } from './recipients.js';

/** What a message is about. */
export interface Message {
  readonly subject: { readonly kind: string; readonly id: string };
  /** Nobody gets a message of one kind twice with the same key, however often it is sent. */
  readonly key: string;
  readonly params: MessageParams;
}

/** Tells people what concerns them. */
@Injectable()
export class NotificationsService {
  constructor(private readonly outbox: OutboxService) {}

  /** Writes the message to each recipient, in the caller's transaction: it is told if and only if that commits, and once. */
  async send(definition: NotificationDefinition, to: Recipients, { subject, key, params }: Message): Promise<void> {
    const texts = filled(definition, params);
    const recipients = await accountsOf(to);
    if (recipients.length === 0) return;
    const { manager, tenantId } = TenantContext;
    const rows = recipients.map((accountId) => ({
      tenantId,
      id: newId(),
      accountId,
      kind: definition.kind,
      key,
      subjectKind: subject.kind,
      subjectId: subject.id,
      texts,
    }));
    await manager
      .createQueryBuilder()
      .insert()
      .into(Notification)
      .values(rows)
      .orIgnore()
      .updateEntity(false)
      .execute();
    await this.sendByEmail(rows.map(({ id }) => id));
  }

  /** Orders the e-mails of those messages that are new, to whoever has an address and wants them. */
  private async sendByEmail(notificationIds: readonly string[]): Promise<void> {
    const { manager, tenantId } = TenantContext;
    const ordered = await manager.query<{ notificationId: string }[]>(
      `INSERT INTO email_delivery (tenant_id, notification_id, address, language)
       SELECT notification.tenant_id, notification.id, account.email, coalesce(preference.language, 'zh-CN')
       FROM notification
       JOIN account ON account.tenant_id = notification.tenant_id AND account.id = notification.account_id
       LEFT JOIN notification_preference preference
         ON preference.tenant_id = notification.tenant_id AND preference.account_id = notification.account_id
       WHERE notification.tenant_id = $1 AND notification.id = ANY ($2::uuid[]) AND account.email IS NOT NULL
         AND coalesce(preference.email, 'each') = 'each'
       ORDER BY notification.id RETURNING notification_id AS "notificationId"`,
      [tenantId, notificationIds],
    );
    await this.outbox.enqueueAll(SEND_EMAIL, ordered);
  }
}
