import { CHANGE_KINDS, type ChangeKind } from '@shucu/changes';
import { creditCodeSchema, ORGANIZATION_KINDS, OWNERSHIPS } from '@shucu/organizations';
import { z } from 'zod';
import {
  changeOf,
  dateSchema,
  instantSchema,
  pageOf,
  pageSchema,
  prose,
  text,
  versionSchema,
} from '../http/request.schema.js';

const states = ['draft', 'filed', 'returned', 'approved', 'refused', 'withdrawn'] as const;
const kinds = Object.keys(CHANGE_KINDS) as [ChangeKind, ...ChangeKind[]];

const contentSchema = z
  .strictObject({
    organizationId: z.uuid().optional(),
    name: text(200).optional(),
    address: text(300).optional(),
    region: text(60).optional(),
    legalRepresentative: text(60).optional(),
    party: z
      .strictObject({
        creditCode: creditCodeSchema,
        name: text(200),
        kind: z.enum(ORGANIZATION_KINDS),
        ownership: z.enum(OWNERSHIPS).default('local'),
      })
      .optional(),
  })
  .meta({ id: 'ChangeContent' });

const statement = {
  effectiveOn: dateSchema,
  description: prose(4_000),
  content: contentSchema,
  evidence: z.array(z.uuid()).max(50),
};

export const newChangeReportSchema = z
  .strictObject({
    centerId: z.uuid(),
    kind: z.enum(kinds),
    ...statement,
    evidence: statement.evidence.default([]),
  })
  .meta({ id: 'NewChangeReport' });

export const changeCorrectionSchema = changeOf(statement).meta({ id: 'ChangeCorrection' });

export const changeFilingSchema = z.strictObject({ version: versionSchema }).meta({ id: 'ChangeFiling' });

/** Of a decision or a withdrawal: each has its reason. */
export const changeDecisionSchema = z
  .strictObject({ version: versionSchema, reason: prose(2_000) })
  .meta({ id: 'ChangeDecision' });

export const changeReturnSchema = z
  .strictObject({
    version: versionSchema,
    reason: prose(2_000),
    remarks: z
      .array(z.strictObject({ field: text(60), remark: prose(2_000) }))
      .min(1)
      .max(20),
  })
  .meta({ id: 'ChangeReturn' });

export const changeReportPageSchema = pageSchema.extend({
  centerId: z.uuid().optional(),
  state: z.enum(states).optional(),
});

const shownContentSchema = z.object({
  organizationId: z.uuid().optional(),
  name: z.string().optional(),
  address: z.string().optional(),
  region: z.string().optional(),
  legalRepresentative: z.string().optional(),
  party: z
    .object({
      creditCode: z.string(),
      name: z.string(),
      kind: z.string(),
      ownership: z.string(),
    })
    .optional(),
});

const reportShape = {
  id: z.uuid(),
  centerId: z.uuid(),
  kind: z.enum(kinds),
  effectiveOn: z.string(),
  description: z.string(),
  content: shownContentSchema,
  state: z.enum(states),
  dueOn: z.string(),
  arithmetic: z.string(),
  filedOn: z.string().nullable(),
  daysLate: z.int().nullable(),
  remarks: z.array(z.object({ field: z.string(), remark: z.string() })),
  outcome: z
    .object({
      items: z.array(z.object({ item: z.string(), before: z.string(), after: z.string() })),
      consequences: z.array(z.string()),
    })
    .nullable(),
  decidedOn: z.string().nullable(),
  version: z.int(),
};

export const changeReportSchema = z.object(reportShape).meta({ id: 'ChangeReport' });
export const changeReportsSchema = pageOf(changeReportSchema).meta({ id: 'ChangeReports' });

export const wholeChangeReportSchema = z
  .object({
    ...reportShape,
    evidence: z.array(z.object({ fileId: z.uuid(), name: z.string(), bytes: z.int(), sha256: z.string() })),
    steps: z.array(
      z.object({
        transition: z.string(),
        fromState: z.string().nullable(),
        toState: z.string(),
        reason: z.string().nullable(),
        actorId: z.uuid().nullable(),
        takenAt: instantSchema,
      }),
    ),
  })
  .meta({ id: 'WholeChangeReport' });
