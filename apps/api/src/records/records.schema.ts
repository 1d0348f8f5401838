import { creditCodeSchema } from '@shucu/organizations';
import { VERIFICATIONS } from '@shucu/records';
import { z } from 'zod';
import { industrySchema } from '../centers/centers.schema.js';
import {
  amountSchema,
  changeOf,
  dateSchema,
  pageSchema,
  pastDateSchema,
  prose,
  text,
  versionSchema,
  yearFilterSchema,
} from '../http/request.schema.js';

const word = text(60);

/** One reference to evidence, by an uploaded file or by the hash of one that is kept elsewhere. */
export const evidenceSchema = z
  .strictObject({
    kind: word,
    title: text(200),
    fileId: z.uuid().optional(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  })
  .refine(({ fileId, sha256 }) => !(fileId && sha256), {
    path: ['sha256'],
    error: '已给出 fileId 时不填 sha256：以上传文件的校验值为准',
    params: { rule: 'absent' },
  });

/** Fields that service records and resources share, without defaults: the shape of a change. */
const subjectShape = {
  title: text(200),
  region: z
    .string()
    .regex(/^[0-9]{6}$/)
    .nullable(),
  industry: industrySchema.nullable(),
  link: word.nullable(),
  field: word.nullable(),
  enterprise: creditCodeSchema.nullable(),
  enterpriseName: text(200).nullable(),
  sme: z.boolean(),
  aboveScale: z.boolean(),
  discounted: z.boolean(),
  evidence: z.array(evidenceSchema).max(50),
};

/** The same for a new row: what is not said is empty. */
const newSubjectShape = {
  ...subjectShape,
  region: subjectShape.region.default(null),
  industry: subjectShape.industry.default(null),
  link: subjectShape.link.default(null),
  field: subjectShape.field.default(null),
  enterprise: subjectShape.enterprise.default(null),
  enterpriseName: subjectShape.enterpriseName.default(null),
  sme: subjectShape.sme.default(false),
  aboveScale: subjectShape.aboveScale.default(false),
  discounted: subjectShape.discounted.default(false),
  evidence: subjectShape.evidence.default([]),
};

const servedOn = pastDateSchema.refine((date) => date >= '2018-01-01' && date < '2041-01-01', {
  error: '应在 2018 至 2040 年之间',
  params: { rule: 'year' },
});
const headcount = z.int().min(0).max(10_000_000);

export const newServiceRecordSchema = z
  .strictObject({
    centerId: z.uuid(),
    type: word,
    servedOn,
    headcount: headcount.default(0),
    amount: amountSchema.default('0'),
    ...newSubjectShape,
  })
  .meta({ id: 'NewServiceRecord' });

export const serviceRecordChangeSchema = changeOf({
  type: word,
  servedOn,
  headcount,
  amount: amountSchema,
  ...subjectShape,
}).meta({ id: 'ServiceRecordChange' });

export const newResourceSchema = z
  .strictObject({
    centerId: z.uuid(),
    kind: word,
    partnerKind: word.nullable().default(null),
    acquiredOn: pastDateSchema,
    retiredOn: dateSchema.nullable().default(null),
    ...newSubjectShape,
  })
  .refine(({ acquiredOn, retiredOn }) => retiredOn === null || retiredOn >= acquiredOn, {
    path: ['retiredOn'],
    error: '不能早于取得日期',
    params: { rule: 'order' },
  })
  .meta({ id: 'NewResource' });

export const resourceChangeSchema = changeOf({
  kind: word,
  partnerKind: word.nullable(),
  acquiredOn: pastDateSchema,
  retiredOn: dateSchema.nullable(),
  ...subjectShape,
}).meta({ id: 'ResourceChange' });

export const voidSchema = z.strictObject({ version: versionSchema, reason: prose(500) }).meta({ id: 'Void' });

export const verifySchema = z
  .strictObject({ version: versionSchema, verification: z.enum(VERIFICATIONS) })
  .meta({ id: 'Verify' });

const ledgerPageShape = {
  centerId: z.uuid().optional(),
  verification: z.enum(VERIFICATIONS).optional(),
  status: z.enum(['active', 'void']).optional(),
  enterprise: creditCodeSchema.optional(),
};
export const serviceRecordPageSchema = pageSchema.extend({
  ...ledgerPageShape,
  year: yearFilterSchema.optional(),
  type: word.optional(),
});
export const resourcePageSchema = pageSchema.extend({ ...ledgerPageShape, kind: word.optional() });
