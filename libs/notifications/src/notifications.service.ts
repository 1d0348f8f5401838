import { Injectable } from '@nestjs/common';
import { newId } from '@shucu/kernel';
import { TenantContext } from '@shucu/tenancy';
import { Notification } from './notification.entity.js';
import { filled, type MessageParams, type NotificationDefinition } from './notification-definition.js';
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
  }
}
