import { defineJob } from '@shucu/jobs';
import { z } from 'zod';

/** Writes the encrypted archive of a tenant. */
export const EXPORT_TENANT = defineJob('tenants.export', z.object({ orderId: z.uuid() }), {
  attempts: 3,
  backoffMs: 5_000,
});

/** Erases a tenant; patient, for it waits for what was begun before. */
export const ERASE_TENANT = defineJob('tenants.erase', z.object({ orderId: z.uuid() }), {
  attempts: 10,
  backoffMs: 5_000,
});
