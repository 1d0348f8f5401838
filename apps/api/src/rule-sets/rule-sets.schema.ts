import { ruleParametersSchema } from '@shucu/rule-sets';
import { z } from 'zod';
import { dateSchema, instantSchema } from '../http/request.schema.js';

/** Numbers or decimal strings; what they mean is checked against the plugin, with every fault named. */
const overridesSchema = z.strictObject({
  weights: z.record(z.string(), z.union([z.number(), z.string()])).optional(),
  thresholds: z.record(z.string(), z.union([z.number(), z.string()])).optional(),
  bands: z.record(z.enum(['excellent', 'good', 'pass']), z.union([z.number(), z.string()])).optional(),
  totalDecimals: z.int().min(0).max(12).optional(),
});

export const newRuleSetSchema = z
  .strictObject({
    documentNumber: z.string().trim().min(1).max(60),
    title: z.string().trim().min(1).max(200),
    issuedOn: dateSchema,
    validThrough: dateSchema,
    parameters: ruleParametersSchema.prefault({}),
    overrides: z.record(z.string(), overridesSchema).default({}),
  })
  .refine(({ issuedOn, validThrough }) => validThrough > issuedOn, {
    path: ['validThrough'],
    error: '应晚于发布日期',
    params: { rule: 'order' },
  })
  .meta({ id: 'NewRuleSet' });

export const ruleSetSchema = z
  .object({
    id: z.uuid(),
    documentNumber: z.string(),
    title: z.string(),
    issuedOn: z.string(),
    validThrough: z.string(),
    revision: z.int(),
    parameters: ruleParametersSchema,
    overrides: z.record(z.string(), z.unknown()),
    createdAt: instantSchema.optional(),
  })
  .meta({ id: 'RuleSet' });
export const ruleSetsSchema = z.array(ruleSetSchema).meta({ id: 'RuleSets' });
