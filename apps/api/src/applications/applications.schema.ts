import { APPLICATION_MACHINE, type ApplicationState, EXCLUSION_RULES, ROUTES } from '@shucu/applications';
import { z } from 'zod';
import { instantSchema, pageOf, pageSchema, prose, versionSchema, wholeNumber } from '../http/request.schema.js';

const states = Object.keys(APPLICATION_MACHINE.states) as [ApplicationState, ...ApplicationState[]];
const stateSchema = z.enum(states);

export const applicationPageSchema = pageSchema.extend({
  roundId: z.uuid().optional(),
  state: stateSchema.optional(),
});

export const submissionOrderSchema = z.strictObject({ version: versionSchema }).meta({ id: 'SubmissionOrder' });

export const signOffOrderSchema = z
  .strictObject({ dossierHash: z.string().regex(/^[0-9a-f]{64}$/) })
  .meta({ id: 'SignOffOrder' });

export const withdrawalSchema = z
  .strictObject({ version: versionSchema, reason: prose(2000) })
  .meta({ id: 'ApplicationWithdrawal' });

export const exceptionSchema = z
  .strictObject({ version: versionSchema, rule: z.enum(EXCLUSION_RULES), reason: prose(2000) })
  .meta({ id: 'ApplicationException' });

/** A number of a submission in a path. */
export const submissionNumberSchema = wholeNumber(1, 1_000);

export const differencesQuerySchema = z.strictObject({
  against: z.union([z.literal('now'), submissionNumberSchema]).default('now'),
});

const summaryShape = {
  id: z.uuid(),
  roundId: z.uuid(),
  year: z.int(),
  centerId: z.uuid(),
  leadOrganizationId: z.uuid(),
  name: z.string(),
  category: z.string(),
  variant: z.string().nullable(),
  industry: z.string().nullable(),
  regionId: z.uuid(),
  route: z.enum(ROUTES),
  state: stateSchema,
  version: z.int(),
  ruleSetId: z.uuid(),
  pluginVersion: z.string(),
  submissions: z.int(),
  submittedAt: instantSchema.nullable(),
  createdAt: instantSchema,
};

const applicationSummarySchema = z.object(summaryShape).meta({ id: 'ApplicationSummary' });
export const applicationsSchema = pageOf(applicationSummarySchema).meta({ id: 'Applications' });

const dossierSchema = z
  .object({
    plan: z.looseObject({}).optional(),
    form: z.looseObject({}).optional(),
    consortium: z.looseObject({}).optional(),
  })
  .meta({ id: 'Dossier' });

const evidenceSchema = z
  .record(z.string(), z.array(z.object({ fileId: z.uuid(), name: z.string(), sha256: z.string() })))
  .meta({ id: 'EvidenceByPlace' });

const valuesShape = {
  dossier: dossierSchema,
  claimed: z.record(z.string(), z.string()),
  facts: z.record(z.string(), z.union([z.number(), z.boolean()])),
};

const memberSchema = z
  .object({
    organizationId: z.uuid(),
    name: z.string(),
    creditCode: z.string(),
    signOff: z.enum(['missing', 'signed', 'void']),
    signedBy: z.uuid().nullable(),
    signedAt: instantSchema.nullable(),
  })
  .meta({ id: 'ApplicationMember' });

const overrideSchema = z
  .object({
    id: z.uuid(),
    rule: z.enum(EXCLUSION_RULES),
    centerIds: z.array(z.uuid()),
    reason: z.string(),
    decidedBy: z.uuid(),
    decidedAt: instantSchema,
  })
  .meta({ id: 'ApplicationOverride' });

export const applicationSchema = z
  .object({
    ...summaryShape,
    ...valuesShape,
    dossierHash: z.string(),
    lead: z.object({ name: z.string(), creditCode: z.string() }),
    members: z.array(memberSchema),
    overrides: z.array(overrideSchema),
    evidence: evidenceSchema,
  })
  .meta({ id: 'Application' });

const submissionShape = {
  id: z.uuid(),
  number: z.int(),
  contentHash: z.string(),
  submittedBy: z.uuid(),
  submittedAt: instantSchema,
};

export const submissionsSchema = z
  .array(z.object(submissionShape).meta({ id: 'ApplicationSubmissionSummary' }))
  .meta({ id: 'ApplicationSubmissions' });

const contentSchema = z
  .object({
    name: z.string(),
    category: z.string(),
    variant: z.string().nullable(),
    industry: z.string().nullable(),
    route: z.enum(ROUTES),
    ...valuesShape,
    memberIds: z.array(z.uuid()),
    evidence: evidenceSchema,
  })
  .meta({ id: 'ApplicationContent' });

export const submissionSchema = z
  .object({ ...submissionShape, content: contentSchema })
  .meta({ id: 'ApplicationSubmission' });

export const contentDifferencesSchema = z
  .array(
    z
      .object({
        field: z.string(),
        title: z.string(),
        titleEn: z.string(),
        before: z.string().nullable(),
        after: z.string().nullable(),
      })
      .meta({ id: 'ContentDifference' }),
  )
  .meta({ id: 'ContentDifferences' });
