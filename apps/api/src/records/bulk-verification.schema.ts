import { VERIFICATIONS } from '@shucu/records';
import { z } from 'zod';
import { versionSchema } from '../http/request.schema.js';

export const bulkVerificationSchema = z
  .strictObject({
    verification: z.enum(VERIFICATIONS),
    items: z
      .array(z.strictObject({ id: z.uuid(), version: versionSchema }))
      .min(1)
      .max(500)
      .refine((items) => new Set(items.map(({ id }) => id)).size === items.length, {
        error: '同一条记录不能出现两次',
        params: { rule: 'unique' },
      }),
    isPartial: z.boolean().default(false),
  })
  .meta({ id: 'BulkVerification' });

export const verificationOutcomesSchema = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        isDone: z.boolean(),
        version: z.int().nullable(),
        refusal: z.object({ code: z.string(), message: z.string() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'VerificationOutcomes' });
