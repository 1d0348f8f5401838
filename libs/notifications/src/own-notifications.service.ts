import { Injectable } from '@nestjs/common';
import { AppError } from '@shucu/kernel';
import type { Actor } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { IsNull, type SelectQueryBuilder } from 'typeorm';
import { Notification } from './notification.entity.js';
import { NotificationPreference } from './notification-preference.entity.js';

export interface NotificationPage {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly unread?: boolean | undefined;
}

export type Preference = Pick<NotificationPreference, 'email' | 'language'>;

const DEFAULT_PREFERENCE: Preference = { email: 'each', language: 'zh-CN' };

/** A person's own messages, and how they want to get them. */
@Injectable()
export class OwnNotificationsService {
  /** Newest first; `after` is the last id of the page before. */
  list(actor: Actor, { after, limit, unread }: NotificationPage): Promise<Notification[]> {
    const query = this.own(actor).orderBy('notification.id', 'DESC').limit(limit);
    if (after) query.andWhere('notification.id < :after', { after });
    if (unread) query.andWhere('notification.read_at IS NULL');
    return query.getMany();
  }

  /** How many messages the person has not read. */
  unread(actor: Actor): Promise<number> {
    return this.own(actor).andWhere('notification.read_at IS NULL').getCount();
  }

  /** The person has read it; reading again changes nothing. */
  async read(actor: Actor, id: string): Promise<Notification> {
    const found = await this.own(actor).andWhere('notification.id = :id', { id }).getOne();
    if (!found) throw new AppError('resource.notFound');
    const { manager, tenantId } = TenantContext;
    await manager.update(Notification, { tenantId, id, readAt: IsNull() }, { readAt: () => 'now()' });
    return manager.findOneByOrFail(Notification, { tenantId, id });
  }

  /** The person has read everything there is up to and including a message. */
  async readUpTo(actor: Actor, id: string): Promise<void> {
    await this.read(actor, id);
    await TenantContext.manager
      .createQueryBuilder()
      .update(Notification)
      .set({ readAt: () => 'now()' })
      .where('tenant_id = :tenantId AND account_id = :accountId AND id <= :id AND read_at IS NULL', {
        tenantId: TenantContext.tenantId,
        accountId: actor.accountId,
        id,
      })
      .execute();
  }

  async preference({ accountId }: Actor): Promise<Preference> {
    const { manager, tenantId } = TenantContext;
    return (await manager.findOneBy(NotificationPreference, { tenantId, accountId })) ?? DEFAULT_PREFERENCE;
  }

  async prefer({ accountId }: Actor, { email, language }: Preference): Promise<Preference> {
    const { manager, tenantId } = TenantContext;
    await manager.query(
      `INSERT INTO notification_preference (tenant_id, account_id, email, language) VALUES ($1, $2, $3, $4)
       ON CONFLICT (tenant_id, account_id) DO UPDATE SET email = excluded.email, language = excluded.language,
         version = notification_preference.version + 1, updated_at = now()`,
      [tenantId, accountId, email, language],
    );
    return { email, language };
  }

  private own({ accountId }: Actor): SelectQueryBuilder<Notification> {
    const { manager, tenantId } = TenantContext;
    return manager
      .createQueryBuilder(Notification, 'notification')
      .where('notification.tenant_id = :tenantId AND notification.account_id = :accountId', { tenantId, accountId });
  }
}
