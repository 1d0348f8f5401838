import { z } from 'zod';
import { instantSchema, yearSchema } from '../http/request.schema.js';

export const newRuleSetPreviewSchema = z.strictObject({ year: yearSchema }).meta({ id: 'NewRuleSetPreview' });

const grades = z.enum(['excellent', 'good', 'pass', 'fail', 'notEvaluated']).nullable();

const reasonSchema = z
  .object({
    kind: z.enum(['plugin', 'indicator', 'adjustment', 'verdict', 'opinions', 'band', 'grade', 'error']),
    id: z.string().nullable(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    text: z.string(),
  })
  .meta({ id: 'RuleSetPreviewReason' });

const itemSchema = z
  .object({
    centerId: z.uuid(),
    centerName: z.string(),
    pluginId: z.string(),
    oldTotal: z.string().nullable(),
    oldGrade: grades,
    newTotal: z.string().nullable(),
    newGrade: grades,
    changed: z.boolean(),
    reasons: z.array(reasonSchema),
    error: z.string().nullable(),
  })
  .meta({ id: 'RuleSetPreviewItem' });

export const ruleSetPreviewSchema = z
  .object({
    id: z.uuid(),
    ruleSetId: z.uuid(),
    year: z.int(),
    state: z.enum(['ordered', 'done', 'failed']),
    requestedBy: z.uuid(),
    requestedAt: instantSchema,
    computedAt: instantSchema.nullable(),
    failure: z.string().nullable(),
    /** How many centers were rated, and for how many something changes. */
    centers: z.int().nullable(),
    changed: z.int().nullable(),
  })
  .meta({ id: 'RuleSetPreview' });
export const ruleSetPreviewsSchema = z.array(ruleSetPreviewSchema).meta({ id: 'RuleSetPreviews' });

export const ruleSetPreviewWithItemsSchema = z
  .object({
    preview: ruleSetPreviewSchema,
    /** Whether draft and plugins are still what was previewed. */
    current: z.boolean(),
    items: z.array(itemSchema),
  })
  .meta({ id: 'RuleSetPreviewWithItems' });
