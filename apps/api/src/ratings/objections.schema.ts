import { OBJECTION_STATES } from '@shucu/ratings';
import { z } from 'zod';
import { instantSchema, pageOf, pageSchema, prose, versionSchema, yearFilterSchema } from '../http/request.schema.js';

export const newObjectionSchema = z
  .strictObject({ objection: prose(20_000), evidence: z.array(z.uuid()).max(50).default([]) })
  .meta({ id: 'NewRatingObjection' });

export const objectionAnswerSchema = z
  .strictObject({ version: versionSchema, decision: z.enum(['uphold', 'reject']), answer: prose(5000) })
  .meta({ id: 'RatingObjectionAnswer' });

export const objectionWithdrawalSchema = z
  .strictObject({ version: versionSchema, reason: prose(2000) })
  .meta({ id: 'RatingObjectionWithdrawal' });

export const objectionPageSchema = pageSchema.extend({
  year: yearFilterSchema.optional(),
  centerId: z.uuid().optional(),
});

const objectionShape = {
  id: z.uuid(),
  runId: z.uuid(),
  centerId: z.uuid(),
  state: z.enum(OBJECTION_STATES),
  version: z.int(),
  objection: z.string(),
  filedBy: z.uuid(),
  filedAt: instantSchema,
  answer: z.string().nullable(),
  answeredBy: z.uuid().nullable(),
  answeredAt: instantSchema.nullable(),
};

export const objectionSchema = z.object(objectionShape).meta({ id: 'RatingObjection' });
export const objectionsSchema = pageOf(objectionSchema).meta({ id: 'RatingObjections' });

export const objectionFileSchema = z
  .object({
    ...objectionShape,
    evidence: z.array(
      z.object({ fileId: z.uuid(), name: z.string(), sha256: z.string() }).meta({ id: 'RatingObjectionEvidence' }),
    ),
  })
  .meta({ id: 'RatingObjectionFile' });
