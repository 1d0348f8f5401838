import { CONCLUSIONS, RETURNING_STAGES, REVIEW_KINDS, VISIT_SIDES } from '@shucu/reviews';
import { z } from 'zod';
import { instantSchema } from '../http/request.schema.js';

const voidingShape = {
  voidedAt: instantSchema.nullable(),
  voidedBySubmission: z.int().nullable(),
  voidReason: z.string().nullable(),
};

const stepSchema = z
  .object({
    id: z.uuid(),
    transition: z.string(),
    title: z.string(),
    fromState: z.string().nullable(),
    toState: z.string(),
    by: z.string().nullable(),
    reason: z.string().nullable(),
    article: z.string().nullable(),
    takenAt: instantSchema,
  })
  .meta({ id: 'CourseStep' });

const reviewSchema = z
  .object({
    id: z.uuid(),
    kind: z.enum(REVIEW_KINDS),
    submission: z.int(),
    items: z.array(
      z.union([
        z.object({ measure: z.string(), verified: z.string(), remark: z.string().nullable() }),
        z.object({ item: z.string(), conclusion: z.enum(CONCLUSIONS), remark: z.string().nullable() }),
      ]),
    ),
    opinion: z.string().nullable(),
    by: z.string().nullable(),
    writtenAt: instantSchema,
    concludedAt: instantSchema.nullable(),
    ...voidingShape,
  })
  .meta({ id: 'CourseReview' });

const visitSchema = z
  .object({
    id: z.uuid(),
    submission: z.int(),
    visitedOn: z.string(),
    place: z.string(),
    people: z.array(z.object({ side: z.enum(VISIT_SIDES), name: z.string(), position: z.string().nullable() })),
    findings: z.string(),
    photos: z.array(z.object({ fileId: z.uuid(), name: z.string(), sha256: z.string() })),
    by: z.string().nullable(),
    recordedAt: instantSchema,
    ...voidingShape,
  })
  .meta({ id: 'CourseVisit' });

const remarkSchema = z
  .object({
    id: z.uuid(),
    place: z.string(),
    title: z.string(),
    titleEn: z.string(),
    fault: z.string(),
    demand: z.string(),
    answer: z.string().nullable(),
    answeredBy: z.string().nullable(),
    answeredAt: instantSchema.nullable(),
  })
  .meta({ id: 'CourseRemark' });

const correctionSchema = z
  .object({
    id: z.uuid(),
    submission: z.int(),
    stage: z.enum(RETURNING_STAGES),
    reason: z.string(),
    dueOn: z.string(),
    arithmetic: z.string(),
    by: z.string().nullable(),
    returnedAt: instantSchema,
    resubmission: z.int().nullable(),
    remarks: z.array(remarkSchema),
  })
  .meta({ id: 'CourseCorrection' });

const deadlineSchema = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    title: z.string(),
    dueOn: z.string(),
    arithmetic: z.string(),
    article: z.string().nullable(),
    state: z.string(),
    late: z.boolean(),
    setAt: instantSchema,
    settledAt: instantSchema.nullable(),
  })
  .meta({ id: 'CourseDeadline' });

const valueSchema = z
  .object({
    measure: z.string(),
    title: z.string(),
    unit: z.string(),
    claimed: z.string().nullable(),
    verified: z.string().nullable(),
    remark: z.string().nullable(),
    confirmed: z.string().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'ComparedValue' });

/** The whole course of an application: also what is void, and what was counted how. */
export const courseSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    state: z.string(),
    version: z.int(),
    route: z.string(),
    submissions: z.int(),
    steps: z.array(stepSchema),
    reviews: z.array(reviewSchema),
    visits: z.array(visitSchema),
    corrections: z.array(correctionSchema),
    deadlines: z.array(deadlineSchema),
    values: z.array(valueSchema),
    checklist: z.array(z.object({ item: z.string(), title: z.string(), titleEn: z.string(), article: z.string() })),
    result: z
      .object({
        total: z.string().nullable(),
        passScore: z.string(),
        suggested: z.enum(['proposed', 'notPassed']).nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'ApplicationCourse' });
