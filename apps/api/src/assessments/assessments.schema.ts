import {
  ASSESSMENT_MACHINE,
  ASSESSMENT_PURPOSES,
  type AssessmentState,
  DRAW_PURPOSES,
  EXCLUSIONS,
} from '@shucu/assessments';
import { scoreSheetSchema } from '@shucu/plugin-sdk';
import { z } from 'zod';
import {
  figureSchema,
  instantSchema,
  pageOf,
  pageSchema,
  pastDateSchema,
  prose,
  text,
  versionSchema,
  yearFilterSchema,
  yearSchema,
} from '../http/request.schema.js';
import { expertFieldSchema } from './expert-profiles.schema.js';

const stateSchema = z.enum(Object.keys(ASSESSMENT_MACHINE.states) as [AssessmentState, ...AssessmentState[]]);
const figuresSchema = z.record(z.string(), z.string());

export const newRatingAssessmentsSchema = z
  .strictObject({
    year: yearSchema,
    /** All centers that are due when not given. */
    centerIds: z.array(z.uuid()).min(1).max(200).optional(),
  })
  .meta({ id: 'NewRatingAssessments' });

export const assessmentPageSchema = pageSchema.extend({
  centerId: z.uuid().optional(),
  year: yearFilterSchema.optional(),
  purpose: z.enum(ASSESSMENT_PURPOSES).optional(),
  state: stateSchema.optional(),
});

export const drawOrderSchema = z
  .strictObject({
    version: versionSchema,
    fields: z.array(expertFieldSchema).max(60).optional(),
    size: z.int().min(1).max(15).optional(),
    ownRegion: z.boolean().optional(),
  })
  .meta({ id: 'DrawOrder' });

export const leaderSchema = z.strictObject({ version: versionSchema, expertId: z.uuid() }).meta({ id: 'GroupLeader' });

export const confirmedFiguresSchema = z
  .strictObject({
    version: versionSchema,
    /** By measure. */
    figures: z.record(text(60), z.strictObject({ value: figureSchema, note: prose(1000) })),
  })
  .meta({ id: 'ConfirmedFigures' });

export const newFindingSchema = z
  .strictObject({
    visitedOn: pastDateSchema,
    people: z.array(text(100)).min(1).max(50),
    finding: prose(4000),
    /** Files of one's own that show it. */
    fileIds: z.array(z.uuid()).max(50).default([]),
  })
  .meta({ id: 'NewAssessmentFinding' });

export const signatureSchema = z
  .strictObject({ version: versionSchema, conclusion: prose(4000) })
  .meta({ id: 'ResultSignature' });

export const cancellationSchema = z
  .strictObject({ version: versionSchema, reason: prose(1000) })
  .meta({ id: 'AssessmentCancellation' });

const resultSchema = z
  .object({
    merge: z.enum(['mean', 'trimmedMean']),
    criteria: z.array(
      z.object({
        indicator: z.string(),
        criterion: z.string(),
        score: z.string(),
        opinion: z.string().optional(),
        spread: z.string().nullable(),
        scores: z.int(),
      }),
    ),
    sheets: z.array(z.object({ id: z.uuid(), hash: z.string() })),
    total: z.string().nullable(),
    sheet: scoreSheetSchema.nullable(),
    fault: z.string().nullable(),
  })
  .meta({ id: 'AssessmentResult' });

export const assessmentSchema = z
  .object({
    id: z.uuid(),
    centerId: z.uuid(),
    year: z.int(),
    purpose: z.enum(ASSESSMENT_PURPOSES),
    ruleSetId: z.uuid(),
    state: stateSchema,
    version: z.int(),
    leaderId: z.uuid().nullable(),
    claimed: figuresSchema,
    verified: figuresSchema,
    confirmed: z.record(z.string(), z.object({ value: z.string(), note: z.string() })),
    result: resultSchema.nullable(),
    resultHash: z.string().nullable(),
    signedBy: z.uuid().nullable(),
    signedAt: instantSchema.nullable(),
    openedAt: instantSchema,
  })
  .meta({ id: 'Assessment' });
export const assessmentsSchema = pageOf(assessmentSchema).meta({ id: 'Assessments' });
export const openedAssessmentsSchema = z.array(assessmentSchema).meta({ id: 'OpenedAssessments' });

export const findingSchema = z
  .object({
    id: z.uuid(),
    visitedOn: z.string(),
    people: z.array(z.string()),
    finding: z.string(),
    recordedBy: z.uuid(),
    recordedAt: instantSchema,
  })
  .meta({ id: 'AssessmentFinding' });

export const assessmentViewSchema = z
  .object({
    assessment: assessmentSchema,
    group: z.array(
      z.object({
        assignmentId: z.uuid(),
        expertId: z.uuid(),
        expertName: z.string(),
        declaredAt: instantSchema.nullable(),
        endedAt: instantSchema.nullable(),
        sheetState: z.enum(['draft', 'submitted', 'void']).nullable(),
      }),
    ),
    findings: z.array(findingSchema),
  })
  .meta({ id: 'AssessmentView' });

export const assessmentScoresSchema = z
  .object({
    criteria: z.array(
      z.object({
        indicator: z.string(),
        criterion: z.string(),
        scores: z.array(z.string()),
        opinions: z.array(z.string()),
      }),
    ),
    /** For those alone who may know who gave which. */
    byExpert: z
      .array(
        z.object({
          sheetId: z.uuid(),
          contentHash: z.string(),
          expertId: z.uuid(),
          expertName: z.string(),
          indicator: z.string(),
          criterion: z.string(),
          score: z.string(),
          opinion: z.string(),
        }),
      )
      .nullable(),
  })
  .meta({ id: 'AssessmentScores' });

export const verifiedDrawsSchema = z
  .array(
    z.object({
      draw: z.object({
        id: z.uuid(),
        number: z.int(),
        purpose: z.enum(DRAW_PURPOSES),
        seed: z.string(),
        size: z.int(),
        constraints: z.object({
          fields: z.array(z.string()),
          regionId: z.uuid().nullable(),
          organizations: z.array(z.object({ name: z.string(), creditCode: z.string() })),
        }),
        candidates: z.array(z.looseObject({ id: z.uuid() })),
        candidatesHash: z.string(),
        exclusions: z.array(z.object({ id: z.uuid(), reason: z.enum(EXCLUSIONS) })),
        drawn: z.array(z.uuid()),
        drawnBy: z.uuid().nullable(),
        drawnAt: instantSchema,
      }),
      candidatesMatch: z.boolean(),
      seedMatches: z.boolean(),
      drawnMatches: z.boolean(),
    }),
  )
  .meta({ id: 'VerifiedDraws' });
