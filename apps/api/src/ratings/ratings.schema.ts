import { GRADES, scoreSheetSchema } from '@shucu/plugin-sdk';
import { RATING_BASES, RATING_STATES, RUN_STATES } from '@shucu/ratings';
import { z } from 'zod';
import {
  instantSchema,
  pageOf,
  pageSchema,
  text,
  versionSchema,
  wholeNumber,
  yearFilterSchema,
  yearSchema,
} from '../http/request.schema.js';
import { revocationCaseSchema } from '../revocations/revocations.schema.js';

const decimal = z.string().nullable();
const gradeSchema = z.enum(GRADES);

export const newRunSchema = z.strictObject({ year: yearSchema }).meta({ id: 'NewRatingRun' });

/** The version of the run that the caller saw: each of its steps asks for it. */
export const runStepSchema = z.strictObject({ version: versionSchema }).meta({ id: 'RatingRunStep' });

export const runSchema = z
  .object({
    id: z.uuid(),
    year: z.int(),
    state: z.enum(RUN_STATES),
    version: z.int(),
    ruleSetId: z.uuid(),
    computation: z.int(),
    startedBy: z.uuid(),
    startedAt: instantSchema,
    computedAt: instantSchema.nullable(),
    failure: z.string().nullable(),
    reviewedBy: z.uuid().nullable(),
    reviewedAt: instantSchema.nullable(),
    disclosedAt: instantSchema.nullable(),
    finalisedBy: z.uuid().nullable(),
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
  state: z.enum(RATING_STATES).optional(),
  grade: gradeSchema.optional(),
  centerId: z.uuid().optional(),
});

const ratingShape = {
  id: z.uuid(),
  runId: z.uuid(),
  year: z.int(),
  centerId: z.uuid(),
  version: z.int(),
  state: z.enum(RATING_STATES),
  total: decimal,
  grade: gradeSchema.nullable(),
  gradeReason: z.string().nullable(),
  firstEvaluation: z.boolean(),
  missingOpinions: z.int(),
  pluginId: z.string(),
  pluginVersion: z.string(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  computedAt: instantSchema,
  basis: z.enum(RATING_BASES),
  correctionReason: z.string().nullable(),
  correctedBy: z.uuid().nullable(),
  correctedAt: instantSchema.nullable(),
};

/** A rating in a list: the name it was rated under, without the sheet. */
const ratingRowSchema = z
  .object({ ...ratingShape, inputs: z.object({ center: z.object({ name: z.string() }) }) })
  .transform(({ inputs, ...row }) => ({ ...row, centerName: inputs.center.name }))
  .pipe(
    z
      .object({
        ...ratingShape,
        computedAt: z.string(),
        correctedAt: z.string().nullable(),
        centerName: z.string(),
      })
      .meta({ id: 'RatingRow' }),
  );
export const ratingsSchema = pageOf(ratingRowSchema).meta({ id: 'Ratings' });

/** Everything that a rating was computed from, and the sheet with the score of every criterion. */
const contentShape = {
  inputs: z.object({
    center: z.object({
      id: z.uuid(),
      name: z.string(),
      variant: z.string().nullable(),
      industry: z.string().nullable(),
    }),
    measures: z.record(z.string(), decimal),
    history: z.array(z.object({ year: z.int(), grade: gradeSchema })),
  }),
  inputsHash: z.string(),
  sheet: scoreSheetSchema.meta({ id: 'ScoreSheet' }).nullable(),
  sheetHash: z.string().nullable(),
};

export const ratingSchema = z.object({ ...ratingShape, ...contentShape }).meta({ id: 'Rating' });

const { id: _id, runId: _runId, year: _year, centerId: _centerId, pluginId: _plugin, ...versioned } = ratingShape;
const { firstEvaluation: _first, ...versionShape } = versioned;

/** A version of a rating; the present one is replaced by none. */
const ratingVersionShape = { ...versionShape, ratingId: z.uuid(), replacedAt: instantSchema.nullable() };
export const ratingVersionsSchema = z
  .array(z.object(ratingVersionShape).meta({ id: 'RatingVersionRow' }))
  .meta({ id: 'RatingVersions' });
export const ratingVersionSchema = z.object({ ...ratingVersionShape, ...contentShape }).meta({ id: 'RatingVersion' });
export const versionNumberSchema = wholeNumber(1, 10_000);

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
