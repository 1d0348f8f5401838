import { z } from 'zod';
import { decimalText, instantSchema, prose, text, yearFilterSchema, yearSchema } from '../http/request.schema.js';

export const expertScoreInputSchema = z
  .strictObject({
    centerId: z.uuid(),
    year: yearSchema,
    indicator: text(60),
    criterion: text(60),
    score: decimalText(/^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/, '应为 0–100，最多两位小数', 'score'),
    opinion: prose(1000),
  })
  .meta({ id: 'ExpertScoreInput' });

export const expertScoreQuerySchema = z.strictObject({ year: yearFilterSchema });

export const expertScoreSchema = z
  .object({
    /** The sheet that the score is on: what is submitted when all is scored. */
    sheetId: z.uuid(),
    centerId: z.uuid(),
    year: z.int(),
    indicator: z.string(),
    criterion: z.string(),
    score: z.string(),
    opinion: z.string(),
    version: z.int(),
    updatedAt: instantSchema,
  })
  .meta({ id: 'ExpertScore' });
export const expertScoresSchema = z.array(expertScoreSchema).meta({ id: 'ExpertScores' });
