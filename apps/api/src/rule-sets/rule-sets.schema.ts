import { ruleParametersSchema } from '@shucu/rule-sets';
import { z } from 'zod';
import { dateSchema, instantSchema, text } from '../http/request.schema.js';

/** A number or a decimal string; what it means is checked against the plugin, with every fault named. */
const decimalInput = z.union([z.number(), text(40).meta({ pattern: '^-?\\d+(\\.\\d+)?$' })]);

const overridesShape = {
  weights: z.record(text(120), decimalInput).optional(),
  thresholds: z.record(text(120), decimalInput).optional(),
  bands: z.record(z.enum(['excellent', 'good', 'pass']), decimalInput).optional(),
  totalDecimals: z.int().min(0).max(12).optional(),
};
const categoryOverridesInput = z.strictObject(overridesShape).meta({ id: 'CategoryOverridesInput' });
const categoryOverrides = z.object(overridesShape).meta({ id: 'CategoryOverrides' });

export const newRuleSetSchema = z
  .strictObject({
    documentNumber: text(60),
    title: text(200),
    issuedOn: dateSchema,
    validThrough: dateSchema,
    parameters: ruleParametersSchema.prefault({}),
    overrides: z.record(text(60), categoryOverridesInput).default({}),
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
    overrides: z.record(z.string(), categoryOverrides),
    createdAt: instantSchema.optional(),
  })
  .meta({ id: 'RuleSet' });
export const ruleSetsSchema = z.array(ruleSetSchema).meta({ id: 'RuleSets' });
