import { z } from 'zod';
import { dateSchema } from '../http/request.schema.js';

export const centerOnSchema = z.strictObject({ on: dateSchema });

const organizationOnSchema = z.object({
  id: z.uuid(),
  creditCode: z.string(),
  name: z.string(),
  address: z.string().nullable(),
  legalRepresentative: z.string().nullable(),
});

export const centerHistorySchema = z
  .object({
    id: z.uuid(),
    on: z.string(),
    name: z.string(),
    region: z.string(),
    lead: organizationOnSchema,
    members: z.array(organizationOnSchema),
    changes: z.array(
      z.object({
        field: z.string(),
        validThrough: z.string(),
        value: z.string().nullable(),
        changeReportId: z.uuid(),
      }),
    ),
  })
  .meta({ id: 'CenterHistory' });
