import { GROUNDS, REVOCATION_STATES, type RevocationFile, STATEMENT_KINDS, SUPERIOR_KINDS } from '@shucu/revocations';
import { z } from 'zod';
import { dateSchema, instantSchema, pageOf, pageSchema, prose, text, versionSchema } from '../http/request.schema.js';

/** Files of one fact, or of one statement. */
const evidenceSchema = z.array(z.uuid()).max(50).default([]);

const factsSchema = z
  .array(z.strictObject({ statement: prose(1000), evidence: evidenceSchema }))
  .min(1)
  .max(50);

export const newRevocationCaseSchema = z
  .strictObject({ centerId: z.uuid(), ground: z.enum(GROUNDS), facts: factsSchema })
  .meta({ id: 'NewRevocationCase' });

export const establishedFactsSchema = z
  .strictObject({ version: versionSchema, facts: factsSchema })
  .meta({ id: 'EstablishedFacts' });

export const invitationSchema = z.strictObject({ version: versionSchema }).meta({ id: 'StatementInvitation' });

export const statementSchema = z
  .union([
    z.strictObject({
      version: versionSchema,
      waived: z.literal(false).default(false),
      statement: prose(20_000),
      evidence: evidenceSchema,
    }),
    z.strictObject({ version: versionSchema, waived: z.literal(true), reason: prose(2000) }),
  ])
  .meta({ id: 'RevocationStatement' });

export const decisionSchema = z
  .strictObject({ version: versionSchema, decision: z.enum(['revoke', 'dismiss']), reason: prose(2000) })
  .meta({ id: 'RevocationDecision' });

const superiorShape = {
  kind: z.enum(SUPERIOR_KINDS),
  authority: text(200),
  title: text(200),
  number: text(100),
  reason: prose(2000),
};

export const reversalSchema = z
  .strictObject({ version: versionSchema, ...superiorShape, decidedOn: dateSchema })
  .meta({ id: 'NewReversal' });

export const revocationPageSchema = pageSchema.extend({ centerId: z.uuid().optional() });

const revocationFactSchema = z
  .object({
    statement: z.string(),
    year: z.int().optional(),
    total: z.string().optional(),
    grade: z.string().optional(),
    ratingId: z.uuid().optional(),
  })
  .meta({ id: 'RevocationFact' });

const caseShape = {
  id: z.uuid(),
  centerId: z.uuid(),
  ground: z.enum(GROUNDS),
  facts: z.array(revocationFactSchema),
  state: z.enum(REVOCATION_STATES),
  version: z.int(),
  ruleSetId: z.uuid(),
  openedBy: z.uuid().nullable(),
  openedAt: instantSchema,
  invitedAt: instantSchema.nullable(),
  statementDueOn: z.string().nullable(),
  statementArithmetic: z.string().nullable(),
  statementKind: z.enum(STATEMENT_KINDS).nullable(),
  statement: z.string().nullable(),
  statedBy: z.uuid().nullable(),
  statedAt: instantSchema.nullable(),
  decidedBy: z.uuid().nullable(),
  decidedAt: instantSchema.nullable(),
  decisionReason: z.string().nullable(),
  exitOn: z.string().nullable(),
  banThrough: z.string().nullable(),
  banArithmetic: z.string().nullable(),
  reversal: z
    .object({ ...superiorShape, decidedOn: z.string() })
    .meta({ id: 'Reversal' })
    .nullable(),
  reversedBy: z.uuid().nullable(),
  reversedAt: instantSchema.nullable(),
  reversedOn: z.string().nullable(),
  basisFlag: z.string().nullable(),
};
export const revocationCaseSchema = z.object(caseShape).meta({ id: 'RevocationCase' });
export const revocationCasesSchema = pageOf(revocationCaseSchema).meta({ id: 'RevocationCases' });

const citedSchema = z
  .object({
    fileId: z.uuid(),
    place: z.string(),
    name: z.string(),
    mediaType: z.string(),
    bytes: z.coerce.number(),
    sha256: z.string(),
  })
  .meta({ id: 'RevocationEvidence' });

const stepSchema = z
  .object({
    transition: z.string(),
    fromState: z.string().nullable(),
    toState: z.string(),
    article: z.string().nullable(),
    actorId: z.uuid().nullable(),
    reason: z.string().nullable(),
    takenAt: instantSchema,
  })
  .meta({ id: 'RevocationStep' });

/** A case with what it rests on and how it came about. */
export const revocationFileSchema = z
  .object({ ...caseShape, evidence: z.array(citedSchema), steps: z.array(stepSchema) })
  .meta({ id: 'RevocationFile' });

export function toRevocationFile({ found, evidence, steps }: RevocationFile) {
  return { ...found, evidence, steps };
}
