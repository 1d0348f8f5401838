import { z } from 'zod';
import { instantSchema, pageOf, pageSchema, versionSchema } from '../http/request.schema.js';
import { expertScoresSchema } from './expert-scores.schema.js';

export const scoreSheetPageSchema = pageSchema;

export const sheetSubmissionSchema = z.strictObject({ version: versionSchema }).meta({ id: 'SheetSubmission' });

export const scoreSheetSchema = z
  .object({
    id: z.uuid(),
    assessmentId: z.uuid(),
    state: z.enum(['draft', 'submitted', 'void']),
    version: z.int(),
    contentHash: z.string().nullable(),
    submittedAt: instantSchema.nullable(),
    voidedAt: instantSchema.nullable(),
  })
  .meta({ id: 'ExpertScoreSheet' });
export const scoreSheetsSchema = pageOf(scoreSheetSchema).meta({ id: 'ExpertScoreSheets' });

export const filledSheetSchema = z
  .object({
    sheet: scoreSheetSchema,
    scores: expertScoresSchema,
    /** Everything that the sheet asks for, with the words of the annex. */
    criteria: z.array(
      z.object({
        indicator: z.string(),
        criterion: z.string(),
        group: z.string(),
        title: z.string(),
        standard: z.string(),
      }),
    ),
  })
  .meta({ id: 'FilledScoreSheet' });
