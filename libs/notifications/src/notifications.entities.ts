import { Notification } from './notification.entity.js';

/** The tables of notifications. */
export const NOTIFICATION_ENTITIES = [Notification];
