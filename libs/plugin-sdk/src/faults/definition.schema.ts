import { z } from 'zod';
import type { CategoryPluginDefinition } from '../plugin/category-plugin.types.js';
import { SERVICE_AREAS, type ServiceArea } from '../vocabulary/service-areas.js';

const id = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]*$/, 'expected letters, digits, - or _, beginning with a letter');
const text = z.string().min(1, 'is empty');
const localized = z.looseObject({ 'zh-CN': text, en: text });
const terms = z.record(id, localized);
const SERVICE_AREAS_IDS = Object.keys(SERVICE_AREAS) as ServiceArea[];
const names = z.array(text);

const part = z.looseObject({ kind: z.literal('quantitative'), id, title: text, measure: text, unit: text });
const criterion = z.discriminatedUnion('kind', [
  part,
  z.looseObject({
    kind: z.literal('judged'),
    id,
    title: text,
    shows: z.array(z.looseObject({ measure: text, title: text, unit: text })),
  }),
  z.looseObject({
    kind: z.literal('combined'),
    id,
    title: text,
    rule: z.enum(['bestOf', 'kOfN']),
    parts: z.array(part).min(1),
  }),
]);

const indicator = z.looseObject({
  id,
  title: text,
  standard: text,
  evidence: names,
  criteria: z.array(criterion).min(1, 'has no criteria'),
});

const group = z.looseObject({
  id: text,
  title: text,
  variants: names.min(1).optional(),
  indicators: z.array(indicator).min(1, 'has no indicators'),
});

const condition = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('measure'), title: text, measure: text, unit: text }),
  z.looseObject({ kind: z.literal('function'), title: text, uses: names }),
]);

/** The shape of each section of a definition; figures and names are checked where they are understood. */
export const SECTION_SCHEMAS = {
  title: localized,
  source: z.looseObject({ document: text, annex: text }),
  vocabulary: z
    .partialRecord(z.enum(['serviceTypes', 'resourceKinds', 'partnerKinds', 'links', 'fields', 'evidenceKinds']), terms)
    .optional(),
  requiredServiceAreas: z.array(z.enum(SERVICE_AREAS_IDS)).optional(),
  measures: z.record(
    id,
    z.looseObject({ op: z.enum(['count', 'countDistinct', 'sum', 'ratio', 'fact', 'reference']) }),
  ),
  variants: z.array(z.looseObject({ id, title: localized })).optional(),
  groups: z.array(group).min(1, 'has no groups'),
  deductions: z.array(z.looseObject({ id, title: text, measure: text, unit: text })).optional(),
  gates: z
    .array(
      z.looseObject({
        id,
        title: text,
        effect: z.enum(['pass', 'fail']),
        conditions: z.array(condition).min(1, 'has no conditions'),
      }),
    )
    .optional(),
  total: z
    .strictObject({
      min: z.unknown().optional(),
      max: z.unknown().optional(),
      decimals: z.int().min(0).max(12).optional(),
    })
    .optional(),
  scoring: z
    .looseObject({ uses: names, score: z.custom((score) => typeof score === 'function', 'expected a function') })
    .optional(),
  grading: z.looseObject({ kind: z.enum(['bands', 'quota', 'cohort']) }),
  facts: z.instanceof(z.ZodObject, { error: 'expected a zod object' }),
  templates: z.record(id, text),
  examples: z.array(z.looseObject({ name: text })).min(1, 'has no golden example'),
} satisfies Partial<Record<keyof CategoryPluginDefinition, z.ZodType>>;

export type Section = keyof typeof SECTION_SCHEMAS;
