import { z } from 'zod';
import { industrySchema } from '../centers/centers.schema.js';
import { figureSchema, instantSchema, text, yearFilterSchema, yearSchema } from '../http/request.schema.js';
import { evidenceViewSchema } from './record-views.schema.js';
import { evidenceSchema } from './records.schema.js';

/** No declared figure of a center comes near it, in persons, yuan or square metres. */
const LARGEST_FACT = 1_000_000_000;

export const factSchema = z
  .strictObject({
    centerId: z.uuid(),
    year: yearSchema,
    name: text(60),
    value: z.union([z.number().min(0).max(LARGEST_FACT), z.boolean()]),
    evidence: z.array(evidenceSchema).max(50).default([]),
  })
  .meta({ id: 'FactInput' });

export const factQuerySchema = z.strictObject({ centerId: z.uuid(), year: yearFilterSchema.optional() });

export const factViewSchema = z
  .object({
    centerId: z.uuid(),
    year: z.int(),
    name: z.string(),
    value: z.string(),
    evidence: z.array(evidenceViewSchema),
    version: z.int(),
    updatedAt: instantSchema,
  })
  .meta({ id: 'YearlyFact' });
export const factsSchema = z.array(factViewSchema).meta({ id: 'YearlyFacts' });

export const referenceSchema = z
  .strictObject({
    name: text(60),
    industry: industrySchema,
    year: yearSchema,
    value: figureSchema,
    source: text(200),
  })
  .meta({ id: 'ReferenceInput' });

export const referenceQuerySchema = z.strictObject({ year: yearFilterSchema.optional() });

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
