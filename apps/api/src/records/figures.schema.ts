import { z } from 'zod';
import { industrySchema } from '../centers/centers.schema.js';
import { decimalSchema, instantSchema, yearSchema } from '../http/request.schema.js';

export const factSchema = z
  .strictObject({
    centerId: z.uuid(),
    year: yearSchema,
    name: z.string().min(1).max(60),
    value: z.union([z.number(), z.boolean()]),
    evidence: z
      .array(z.strictObject({ kind: z.string(), title: z.string().min(1).max(200) }))
      .max(50)
      .default([]),
  })
  .meta({ id: 'FactInput' });

export const factQuerySchema = z.strictObject({ centerId: z.uuid(), year: yearSchema.optional() });

export const factViewSchema = z
  .object({
    centerId: z.uuid(),
    year: z.int(),
    name: z.string(),
    value: z.string(),
    version: z.int(),
    updatedAt: instantSchema,
  })
  .meta({ id: 'YearlyFact' });
export const factsSchema = z.array(factViewSchema).meta({ id: 'YearlyFacts' });

export const referenceSchema = z
  .strictObject({
    name: z.string().min(1).max(60),
    industry: industrySchema,
    year: yearSchema,
    value: decimalSchema.refine((text) => !text.startsWith('-'), { error: '不能为负数', params: { rule: 'min' } }),
    source: z.string().trim().min(1).max(200),
  })
  .meta({ id: 'ReferenceInput' });

export const referenceQuerySchema = z.strictObject({ year: yearSchema.optional() });

export const referenceViewSchema = z
  .object({
    name: z.string(),
    industry: z.string(),
    year: z.int(),
    value: z.string(),
    source: z.string(),
    updatedAt: instantSchema,
  })
  .meta({ id: 'ReferenceFigure' });
export const referencesSchema = z.array(referenceViewSchema).meta({ id: 'ReferenceFigures' });
