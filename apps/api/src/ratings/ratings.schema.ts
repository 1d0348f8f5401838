import { scoreSheetSchema } from '@shucu/plugin-sdk';
import { RUN_STATES } from '@shucu/ratings';
import { z } from 'zod';
import {
  instantSchema,
  pageOf,
  pageSchema,
  text,
  wholeNumber,
  yearFilterSchema,
  yearSchema,
} from '../http/request.schema.js';
import { revocationCaseSchema } from '../revocations/revocations.schema.js';

const grades = ['excellent', 'good', 'pass', 'fail', 'notEvaluated'] as const;
const decimal = z.string().nullable();

export const newRunSchema = z.strictObject({ year: yearSchema }).meta({ id: 'NewRatingRun' });

export const runSchema = z
  .object({
    id: z.uuid(),
    year: z.int(),
    state: z.enum(RUN_STATES),
    ruleSetId: z.uuid(),
    computation: z.int(),
    startedBy: z.uuid(),
    startedAt: instantSchema,
    computedAt: instantSchema.nullable(),
    failure: z.string().nullable(),
    reviewedAt: instantSchema.nullable(),
    finalisedAt: instantSchema.nullable(),
    publishedAt: instantSchema.nullable(),
  })
  .meta({ id: 'RatingRun' });
export const runsSchema = z.array(runSchema).meta({ id: 'RatingRuns' });
export const finalisedSchema = z
  .object({ run: runSchema, opened: z.array(revocationCaseSchema) })
  .meta({ id: 'FinalisedRun' });

export const ratingPageSchema = pageSchema.extend({
  year: yearFilterSchema.optional(),
  grade: z.enum(grades).optional(),
  centerId: z.uuid().optional(),
});

const ratingShape = {
  id: z.uuid(),
  runId: z.uuid(),
  year: z.int(),
  centerId: z.uuid(),
  state: z.enum(['rated', 'error']),
  total: decimal,
  grade: z.enum(grades).nullable(),
  gradeReason: z.string().nullable(),
  firstEvaluation: z.boolean(),
  missingOpinions: z.int(),
  pluginId: z.string(),
  pluginVersion: z.string(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  computedAt: instantSchema,
};

/** A rating in a list: the name it was rated under, without the sheet. */
const ratingRowSchema = z
  .object({ ...ratingShape, inputs: z.object({ center: z.object({ name: z.string() }) }) })
  .transform(({ inputs, ...row }) => ({ ...row, centerName: inputs.center.name }))
  .pipe(z.object({ ...ratingShape, computedAt: z.string(), centerName: z.string() }).meta({ id: 'RatingRow' }));
export const ratingsSchema = pageOf(ratingRowSchema).meta({ id: 'Ratings' });

export const ratingSchema = z
  .object({
    ...ratingShape,
    inputs: z.object({
      center: z.object({
        id: z.uuid(),
        name: z.string(),
        variant: z.string().nullable(),
        industry: z.string().nullable(),
      }),
      measures: z.record(z.string(), decimal),
      history: z.array(z.object({ year: z.int(), grade: z.enum(grades) })),
    }),
    inputsHash: z.string(),
    sheet: scoreSheetSchema.meta({ id: 'ScoreSheet' }).nullable(),
    sheetHash: z.string().nullable(),
  })
  .meta({ id: 'Rating' });

/** The name of a measure in a path. */
export const measureNameSchema = text(120);

export const measurePageSchema = z.strictObject({
  after: z.uuid().optional(),
  limit: wholeNumber(1, 200).default(50),
});

const measureRecordSchema = z
  .object({
    source: z.enum(['service', 'resource']),
    id: z.uuid(),
    kind: z.string(),
    title: z.string(),
    date: z.string(),
    enterpriseName: z.string().nullable(),
    value: decimal,
  })
  .meta({ id: 'MeasureRecord' });

export const measureExplanationSchema = z
  .object({
    measure: z.string(),
    frozenValue: decimal,
    records: z.array(measureRecordSchema),
  })
  .meta({ id: 'MeasureExplanation' });
