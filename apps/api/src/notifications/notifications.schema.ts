import { EMAIL_CHOICES, LANGUAGES } from '@shucu/notifications';
import { z } from 'zod';
import { instantSchema, pageOf, pageSchema } from '../http/request.schema.js';

export const notificationPageSchema = pageSchema.extend({
  unread: z
    .enum(['true', 'false'])
    .transform((flag) => flag === 'true')
    .optional(),
});

const messageTextSchema = z.object({ title: z.string(), body: z.string() }).meta({ id: 'MessageText' });

export const notificationSchema = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    subjectKind: z.string(),
    subjectId: z.uuid(),
    texts: z.object({ 'zh-CN': messageTextSchema, en: messageTextSchema }),
    sentAt: instantSchema,
    readAt: instantSchema.nullable(),
  })
  .meta({ id: 'Notification' });

export const notificationsSchema = pageOf(notificationSchema)
  .extend({ unread: z.int().min(0) })
  .meta({ id: 'Notifications' });

export const preferenceSchema = z
  .strictObject({ email: z.enum(EMAIL_CHOICES), language: z.enum(LANGUAGES) })
  .meta({ id: 'NotificationPreference' });
