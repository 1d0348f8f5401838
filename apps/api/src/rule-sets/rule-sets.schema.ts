import { ruleParametersSchema } from '@shucu/rule-sets';
import { z } from 'zod';
import { changeOf, dateSchema, instantSchema, prose, text, versionSchema } from '../http/request.schema.js';

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

const overridesInput = z.record(text(60), categoryOverridesInput);
/** Words of the document by article, e.g. `第十七条`. */
const articlesInput = z.record(
  z
    .string()
    .regex(/^第[一二三四五六七八九十百零]{1,8}条$/)
    .meta({ example: '第十七条' }),
  prose(5000),
);

export const newRuleSetSchema = z
  .strictObject({
    documentNumber: text(60),
    title: text(200),
    issuedOn: dateSchema,
    validThrough: dateSchema,
    parameters: ruleParametersSchema.prefault({}),
    overrides: overridesInput.default({}),
    articles: articlesInput.default({}),
  })
  .refine(({ issuedOn, validThrough }) => validThrough > issuedOn, {
    path: ['validThrough'],
    error: '应晚于发布日期',
    params: { rule: 'order' },
  })
  .meta({ id: 'NewRuleSet' });

/** What changes is replaced as a whole: a parameter that is left out takes the document's default again. */
export const ruleSetChangeSchema = changeOf({
  title: text(200),
  issuedOn: dateSchema,
  validThrough: dateSchema,
  parameters: ruleParametersSchema,
  overrides: overridesInput,
  articles: articlesInput,
}).meta({ id: 'RuleSetChange' });

export const entryIntoForceSchema = z
  .strictObject({
    version: versionSchema,
    reason: prose(2000),
    /** First day on which it counts; today when not given. */
    inForceFrom: dateSchema.optional(),
    /** The dry run that was looked at; needed as soon as a year is finalised. */
    previewId: z.uuid().optional(),
  })
  .meta({ id: 'RuleSetEntryIntoForce' });

export const ruleSetSchema = z
  .object({
    id: z.uuid(),
    documentNumber: z.string(),
    title: z.string(),
    issuedOn: z.string(),
    validThrough: z.string(),
    revision: z.int(),
    /** One in force expires with its last day (第二十条). */
    state: z.enum(['draft', 'inForce', 'superseded', 'expired']),
    version: z.int(),
    inForceFrom: z.string().nullable(),
    supersededOn: z.string().nullable(),
    supersededBy: z.uuid().nullable(),
    /** Versions of the category plugins that it is pinned to. */
    plugins: z.record(z.string(), z.string()),
    parameters: ruleParametersSchema,
    overrides: z.record(z.string(), categoryOverrides),
    articles: z.record(z.string(), z.string()),
    createdAt: instantSchema.optional(),
  })
  .meta({ id: 'RuleSet' });
export const ruleSetsSchema = z.array(ruleSetSchema).meta({ id: 'RuleSets' });

const localizedText = z.object({ 'zh-CN': z.string(), en: z.string() }).meta({ id: 'LocalizedText' });

export const againstSchema = z.strictObject({ against: z.uuid() });

export const ruleSetDifferencesSchema = z
  .array(
    z.object({
      path: z.string(),
      title: localizedText,
      from: localizedText.nullable(),
      to: localizedText.nullable(),
    }),
  )
  .meta({ id: 'RuleSetDifferences' });
