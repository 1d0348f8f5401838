import { EmailDelivery } from './email-delivery.entity.js';
import { Notification } from './notification.entity.js';
import { NotificationPreference } from './notification-preference.entity.js';

/** The tables of notifications. */
export const NOTIFICATION_ENTITIES = [Notification, NotificationPreference, EmailDelivery];
