import { FIELDS, INDUSTRIAL_DIVISIONS } from '@shucu/plugin-sdk';
import { z } from 'zod';
import { dateSchema, pageOf, pageSchema, text, versionSchema } from '../http/request.schema.js';

/** Technical fields of the annex and industrial divisions of GB/T 4754. */
export const expertFieldSchema = z.enum([...Object.keys(FIELDS), ...INDUSTRIAL_DIVISIONS]);

const employerSchema = z
  .strictObject({
    name: text(200),
    creditCode: z
      .string()
      .regex(/^[0-9A-Z]{18}$/)
      .nullable()
      .default(null),
    from: dateSchema.nullable().default(null),
    to: dateSchema.nullable().default(null),
  })
  .meta({ id: 'ExpertEmployer' });

export const expertProfileInputSchema = z
  .strictObject({
    /** 0 for an expert who has no profile yet. */
    version: z.union([z.literal(0), versionSchema]),
    title: text(100),
    fields: z.array(expertFieldSchema).max(60),
    employers: z.array(employerSchema).max(30),
    regionId: z.uuid().nullable().default(null),
    maxWorkload: z.int().min(0).max(200).nullable().default(null),
    active: z.boolean().default(true),
  })
  .meta({ id: 'ExpertProfileInput' });

export const expertProfilePageSchema = pageSchema;

export const expertProfileSchema = z
  .object({
    /** Of the account. */
    id: z.uuid(),
    title: z.string(),
    fields: z.array(z.string()),
    employers: z.array(
      z.object({
        name: z.string(),
        creditCode: z.string().nullable(),
        from: z.string().nullable(),
        to: z.string().nullable(),
      }),
    ),
    regionId: z.uuid().nullable(),
    maxWorkload: z.int().nullable(),
    active: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'ExpertProfile' });
export const expertProfilesSchema = pageOf(expertProfileSchema).meta({ id: 'ExpertProfiles' });
