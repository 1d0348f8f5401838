import { ALGORITHMS } from '@shucu/audit';
import { z } from 'zod';
import { wholeNumber } from '../http/request.schema.js';

const LARGEST = 999_999_999;

export const auditPageSchema = z.strictObject({
  before: wholeNumber(1, LARGEST).optional().meta({ description: 'the number of the last entry of the page before' }),
  limit: wholeNumber(1, 100).default(20),
  actorId: z.uuid().optional(),
  action: z.string().max(100).optional(),
  subject: z.string().max(100).optional(),
  subjectId: z.string().max(200).optional(),
  result: z.enum(['done', 'refused']).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
});

const plain = z.record(z.string(), z.unknown()).nullable();

const auditEntrySchema = z
  .object({
    seq: z.number(),
    at: z.string(),
    actor: z.record(z.string(), z.unknown()),
    action: z.string().nullable(),
    subject: z.string(),
    subjectId: z.string().nullable(),
    op: z.enum(['insert', 'update', 'delete']).nullable().meta({ description: 'null: an event, such as a sign-in' }),
    result: z.enum(['done', 'refused']),
    request: plain.optional(),
    before: plain.optional(),
    after: plain.optional(),
    details: plain.optional(),
    algorithm: z.string(),
    hash: z.string(),
  })
  .meta({ id: 'AuditEntry' });

export const auditEntriesSchema = z
  .object({ items: z.array(auditEntrySchema), next: z.int().optional() })
  .meta({ id: 'AuditEntries' });

export const verificationSchema = z
  .object({
    entries: z.int(),
    sealedThrough: z.int(),
    firstBad: z.object({ seq: z.int(), why: z.string() }).nullable(),
  })
  .meta({ id: 'AuditVerification' });

const algorithmShape = { algorithm: z.enum(ALGORITHMS) };

export const newAuditAlgorithmSchema = z.strictObject(algorithmShape).meta({ id: 'NewAuditAlgorithm' });

export const auditAlgorithmSchema = z.object(algorithmShape).meta({ id: 'AuditAlgorithm' });
