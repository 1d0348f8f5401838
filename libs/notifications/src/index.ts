export { Notification } from './notification.entity.js';
export { defineNotification, type MessageTexts, type NotificationDefinition } from './notification-definition.js';
export { NOTIFICATION_ABILITIES } from './notifications.abilities.js';
export { NOTIFICATION_ENTITIES } from './notifications.entities.js';
export { NotificationsModule, NotificationsWorkerModule } from './notifications.module.js';
export { type Message, NotificationsService } from './notifications.service.js';
export { accountsOf, type Recipients, type RoleHolders } from './recipients.js';
