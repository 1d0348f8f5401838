import { z } from 'zod';
import { instantSchema, yearSchema } from '../http/request.schema.js';

export const expertScoreInputSchema = z
  .strictObject({
    centerId: z.uuid(),
    year: yearSchema,
    indicator: z.string().min(1).max(60),
    criterion: z.string().min(1).max(60),
    score: z
      .union([z.string(), z.number()])
      .transform(String)
      .refine((text) => /^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/.test(text), {
        error: '应为 0–100，最多两位小数',
        params: { rule: 'score' },
      }),
    opinion: z.string().trim().min(1).max(1000),
  })
  .meta({ id: 'ExpertScoreInput' });

export const expertScoreQuerySchema = z.strictObject({ year: yearSchema });

export const expertScoreSchema = z
  .object({
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
