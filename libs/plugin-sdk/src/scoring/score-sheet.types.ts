import { z } from 'zod';

const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, 'expected a decimal string');
const grade = z.enum(['excellent', 'good', 'pass', 'fail']);

/** A measure shown beside a judgement. */
const shownFigureSchema = z.strictObject({
  measure: z.string(),
  title: z.string(),
  value: decimal.nullable(),
  valueText: z.string(),
  unit: z.string(),
});

/** A part of a combined criterion. */
const partScoreSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  measure: z.string(),
  value: decimal.nullable(),
  valueText: z.string(),
  threshold: decimal,
  thresholdText: z.string(),
  unit: z.string(),
  attainment: decimal,
  explanation: z.string(),
});

const criterionScoreSchema = z.strictObject({
  id: z.string(),
  /** `indicator.criterion`: the key of opinions and threshold overrides. */
  key: z.string(),
  kind: z.enum(['quantitative', 'qualitative']),
  title: z.string(),
  measure: z.string().nullable(),
  /** The measure's value, or the expert's score out of 100; null when missing. */
  value: decimal.nullable(),
  /** The value with its unit as a reader sees it: `162 家`, `8.3%`, `是`. */
  valueText: z.string(),
  threshold: decimal.nullable(),
  thresholdText: z.string(),
  unit: z.string(),
  attainment: decimal,
  /** Share among the indicator's criteria. */
  weight: decimal,
  /** Points out of `fullScore`. */
  score: decimal,
  fullScore: decimal,
  opinion: z.string().nullable(),
  shown: z.array(shownFigureSchema).readonly(),
  parts: z.array(partScoreSchema).readonly(),
  explanation: z.string(),
});

const indicatorScoreSchema = z.strictObject({
  id: z.string(),
  /** Row number in the table of the center's variant, from 1. */
  number: z.int().min(1),
  group: z.string(),
  groupTitle: z.string(),
  title: z.string(),
  standard: z.string(),
  weight: decimal,
  attainment: decimal,
  score: decimal,
  criteria: z.array(criterionScoreSchema).readonly(),
  explanation: z.string(),
});

const missingInputSchema = z.strictObject({
  key: z.string(),
  indicatorId: z.string(),
  criterionId: z.string(),
  title: z.string(),
  kind: z.enum(['opinion', 'measure']),
  /** Whether the sheet stays incomplete until it is there. */
  blocking: z.boolean(),
  explanation: z.string(),
});

const adjustmentSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  points: decimal,
  explanation: z.string(),
});

/** A score sheet as plain JSON: every figure a decimal string, every explanation a Chinese sentence. */
export const scoreSheetSchema = z.strictObject({
  pluginId: z.string(),
  pluginVersion: z.string(),
  centerId: z.string(),
  year: z.int(),
  variant: z.string().nullable(),
  /** What is graded: not rounded beyond 12 decimals unless the plugin or the rule set says so. */
  total: decimal,
  /** False while an opinion is missing and may not count as zero: the total is then provisional. */
  complete: z.boolean(),
  groups: z
    .array(z.strictObject({ id: z.string(), title: z.string(), score: decimal, weight: decimal }).readonly())
    .readonly(),
  indicators: z.array(indicatorScoreSchema).readonly(),
  /** Points added to or taken from the sum of the indicators. */
  adjustments: z.array(adjustmentSchema).readonly(),
  missing: z.array(missingInputSchema).readonly(),
  /** Results of gates, floors and vetoes; null when none applies. */
  verdict: z
    .strictObject({
      atLeast: grade.nullable(),
      atMost: grade.nullable(),
      reasons: z.array(z.strictObject({ id: z.string(), explanation: z.string() })).readonly(),
    })
    .nullable(),
});

export type ScoreSheet = Readonly<z.infer<typeof scoreSheetSchema>>;
export type IndicatorScore = Readonly<z.infer<typeof indicatorScoreSchema>>;
export type CriterionScore = Readonly<z.infer<typeof criterionScoreSchema>>;
export type PartScore = Readonly<z.infer<typeof partScoreSchema>>;
export type ShownFigure = Readonly<z.infer<typeof shownFigureSchema>>;
export type MissingInput = Readonly<z.infer<typeof missingInputSchema>>;
export type Adjustment = Readonly<z.infer<typeof adjustmentSchema>>;
/** Lifts and ceilings that hold whatever the total. */
export type Verdict = NonNullable<ScoreSheet['verdict']>;
