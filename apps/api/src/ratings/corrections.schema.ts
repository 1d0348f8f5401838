import { GRADES } from '@shucu/plugin-sdk';
import { z } from 'zod';
import { decimalText, prose, versionSchema } from '../http/request.schema.js';
import { ratingSchema } from './ratings.schema.js';

const totalSchema = decimalText(
  /^(100(\.0{1,6})?|\d{1,2}(\.\d{1,6})?)$/,
  '应为 0 至 100 的得分，最多六位小数',
  'total',
);

/** Without `stated` the rating is computed again from what is recorded by now. */
export const newCorrectionSchema = z
  .strictObject({
    version: versionSchema,
    reason: prose(2000),
    stated: z.strictObject({ outcome: z.enum([...GRADES, 'notEvaluated']), total: totalSchema.optional() }).optional(),
  })
  .meta({ id: 'NewCorrection' });

export const correctionSchema = z
  .object({ rating: ratingSchema, opened: z.uuid().nullable(), flagged: z.array(z.uuid()) })
  .meta({ id: 'Correction' });
