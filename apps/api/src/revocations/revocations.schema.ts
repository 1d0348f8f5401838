import { GROUNDS } from '@shucu/revocations';
import { z } from 'zod';
import { instantSchema, pageOf, pageSchema, prose } from '../http/request.schema.js';

export const newRevocationCaseSchema = z
  .strictObject({
    centerId: z.uuid(),
    ground: z.enum(GROUNDS),
    facts: z
      .array(z.strictObject({ statement: prose(1000) }))
      .min(1)
      .max(50),
  })
  .meta({ id: 'NewRevocationCase' });

export const decisionSchema = z
  .strictObject({ decision: z.enum(['revoke', 'dismiss']), reason: prose(2000) })
  .meta({ id: 'RevocationDecision' });

export const revocationPageSchema = pageSchema;

const revocationFactSchema = z
  .object({
    statement: z.string(),
    year: z.int().optional(),
    total: z.string().optional(),
    grade: z.string().optional(),
    ratingId: z.uuid().optional(),
  })
  .meta({ id: 'RevocationFact' });

export const revocationCaseSchema = z
  .object({
    id: z.uuid(),
    centerId: z.uuid(),
    ground: z.enum(GROUNDS),
    facts: z.array(revocationFactSchema),
    state: z.enum(['open', 'revoked', 'dismissed']),
    openedBy: z.uuid().nullable(),
    openedAt: instantSchema,
    decidedBy: z.uuid().nullable(),
    decidedAt: instantSchema.nullable(),
    decisionReason: z.string().nullable(),
    exitOn: z.string().nullable(),
    banThrough: z.string().nullable(),
  })
  .meta({ id: 'RevocationCase' });
export const revocationCasesSchema = pageOf(revocationCaseSchema).meta({ id: 'RevocationCases' });
