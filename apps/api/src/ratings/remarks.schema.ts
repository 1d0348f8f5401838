import { REMARK_KINDS } from '@shucu/ratings';
import { z } from 'zod';
import { instantSchema, prose, versionSchema } from '../http/request.schema.js';

export const newRemarkSchema = z
  .strictObject({ version: versionSchema, centerId: z.uuid(), kind: z.enum(REMARK_KINDS), reason: prose(2000) })
  .meta({ id: 'NewRatingRemark' });

export const remarkWithdrawalSchema = z
  .strictObject({ version: versionSchema, reason: prose(2000) })
  .meta({ id: 'RatingRemarkWithdrawal' });

const remarkSchema = z
  .object({
    id: z.uuid(),
    kind: z.enum(REMARK_KINDS),
    reason: z.string(),
    madeBy: z.uuid(),
    madeAt: instantSchema,
  })
  .meta({ id: 'RatingRemark' });

export const flagsSchema = z
  .array(
    z
      .object({
        centerId: z.uuid(),
        centerName: z.string(),
        annualReport: z.enum(['filed', 'late', 'missing', 'notYetDue']).nullable(),
        remarks: z.array(remarkSchema),
      })
      .meta({ id: 'RatingRunFlag' }),
  )
  .meta({ id: 'RatingRunFlags' });
