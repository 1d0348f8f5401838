export { NOTIFICATION_ABILITIES } from './notifications.abilities.js';
export { NOTIFICATION_ENTITIES } from './notifications.entities.js';
export { NotificationsModule, NotificationsWorkerModule } from './notifications.module.js';
