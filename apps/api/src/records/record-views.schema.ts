import { VERIFICATIONS } from '@shucu/records';
import { z } from 'zod';
import { instantSchema, pageOf } from '../http/request.schema.js';

export const evidenceViewSchema = z
  .object({
    kind: z.string(),
    title: z.string(),
    fileId: z.uuid().optional(),
    sha256: z.string().optional(),
  })
  .meta({ id: 'Evidence' });

/** What service records and resources show alike. */
const ledgerView = {
  id: z.uuid(),
  centerId: z.uuid(),
  title: z.string(),
  region: z.string().nullable(),
  industry: z.string().nullable(),
  link: z.string().nullable(),
  field: z.string().nullable(),
  enterprise: z.string().nullable(),
  enterpriseName: z.string().nullable(),
  sme: z.boolean(),
  aboveScale: z.boolean(),
  discounted: z.boolean(),
  evidence: z.array(evidenceViewSchema),
  verification: z.enum(VERIFICATIONS),
  status: z.enum(['active', 'void']),
  voidReason: z.string().nullable().default(null),
  version: z.int(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
};

export const serviceRecordSchema = z
  .object({
    ...ledgerView,
    type: z.string(),
    servedOn: z.string(),
    year: z.int(),
    headcount: z.int(),
    amount: z.string(),
  })
  .meta({ id: 'ServiceRecord' });
export const serviceRecordsSchema = pageOf(serviceRecordSchema).meta({ id: 'ServiceRecords' });

export const resourceSchema = z
  .object({
    ...ledgerView,
    kind: z.string(),
    partnerKind: z.string().nullable(),
    acquiredOn: z.string(),
    retiredOn: z.string().nullable(),
  })
  .meta({ id: 'Resource' });
export const resourcesSchema = pageOf(resourceSchema).meta({ id: 'Resources' });
