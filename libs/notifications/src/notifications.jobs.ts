import { defineJob } from '@shucu/jobs';
import { z } from 'zod';

/** Sends one message by e-mail; patiently, as mail servers are. */
export const SEND_EMAIL = defineJob('notifications.email', z.object({ notificationId: z.uuid() }), {
  attempts: 10,
  backoffMs: 5_000,
});
