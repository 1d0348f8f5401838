import { isIndustry } from '@shucu/records';
import { z } from 'zod';
import { changeOf, dateSchema, pageOf, pageSchema, text } from '../http/request.schema.js';
import { organizationSchema } from '../organizations/organizations.schema.js';

const statuses = ['candidate', 'active', 'revoked', 'withdrawn'] as const;

export const industrySchema = z
  .string()
  .refine(isIndustry, { error: '应为工业行业大类代码（GB/T 4754-2017），如 C32', params: { rule: 'industry' } })
  .meta({ example: 'C32' });

export const newCenterSchema = z
  .strictObject({
    name: text(200),
    category: text(60),
    variant: text(60).nullable().default(null),
    industry: industrySchema.nullable().default(null),
    regionId: z.uuid(),
    leadOrganizationId: z.uuid(),
    memberIds: z.array(z.uuid()).max(50).default([]),
    announcedOn: dateSchema.nullable().default(null),
  })
  .meta({ id: 'NewCenter' });

export const centerChangeSchema = changeOf({
  name: text(200),
  variant: text(60).nullable(),
  industry: industrySchema.nullable(),
  regionId: z.uuid(),
  announcedOn: dateSchema,
}).meta({ id: 'CenterChange' });

export const centerPageSchema = pageSchema.extend({
  category: text(60).optional(),
  status: z.enum(statuses).optional(),
});

const centerSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    category: z.string(),
    variant: z.string().nullable(),
    industry: z.string().nullable(),
    regionId: z.uuid(),
    leadOrganizationId: z.uuid(),
    status: z.enum(statuses),
    announcedOn: z.string().nullable(),
    exitedOn: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'Center' });

export const centerWithOrganizationsSchema = z
  .object({ center: centerSchema, lead: organizationSchema, members: z.array(organizationSchema) })
  .meta({ id: 'CenterWithOrganizations' });

export const centersSchema = pageOf(centerSchema).meta({ id: 'Centers' });
