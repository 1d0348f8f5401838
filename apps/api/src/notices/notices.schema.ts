import { CONSEQUENCES, ENTRY_OUTCOMES, OBJECTION_STATES } from '@shucu/notices';
import { isCreditCode } from '@shucu/organizations';
import { z } from 'zod';
import { idSchema, instantSchema, pageOf, pageSchema, prose, text, versionSchema } from '../http/request.schema.js';

const phoneSchema = text(30).refine((digits) => /^\+?[\d\s()-]{7,30}$/.test(digits), {
  error: '应为电话号码，如 0931-8888888 或 13800000000',
  params: { rule: 'phone' },
});

const candidatesSchema = z
  .array(z.strictObject({ applicationId: idSchema, version: versionSchema }))
  .min(1)
  .max(200)
  .refine((all) => new Set(all.map(({ applicationId }) => applicationId)).size === all.length, {
    error: '同一申报只能列一次',
    params: { rule: 'unique' },
  });

const contactSchema = z
  .strictObject({
    name: text(100),
    phone: phoneSchema,
    email: z.email().max(200).nullable().default(null),
    address: text(200).nullable().default(null),
  })
  .meta({ id: 'NoticeContact' });

export const newNoticeSchema = z
  .strictObject({
    candidates: candidatesSchema,
    contact: contactSchema,
    renews: z
      .strictObject({ noticeId: idSchema, reason: prose(2000) })
      .nullable()
      .default(null),
  })
  .meta({ id: 'NewPublicNotice' });

export const noticePageSchema = pageSchema.extend({ state: z.enum(['running', 'ended']).optional() });

const publishedEntrySchema = z
  .object({
    number: z.int(),
    applicationId: z.uuid(),
    name: z.string(),
    categoryTitle: z.string(),
    variantTitle: z.string().nullable(),
    leadOrganization: z.string(),
    members: z.array(z.string()),
    region: z.string(),
  })
  .meta({ id: 'PublishedEntry' });

const publishedListSchema = z
  .object({ department: z.string(), subject: z.string(), year: z.int(), entries: z.array(publishedEntrySchema) })
  .meta({ id: 'PublishedList' });

export const noticeSchema = z
  .object({
    id: z.uuid(),
    roundId: z.uuid(),
    year: z.int(),
    subject: z.string(),
    renewsId: z.uuid().nullable(),
    renewalReason: z.string().nullable(),
    contact: z.object({
      name: z.string(),
      phone: z.string(),
      email: z.string().nullable(),
      address: z.string().nullable(),
    }),
    snapshot: publishedListSchema,
    snapshotHash: z.string(),
    state: z.enum(['running', 'ended']),
    publishedAt: instantSchema,
    publishedOn: z.string(),
    workingDays: z.int(),
    through: z.string(),
    arithmetic: z.string(),
    endedAt: instantSchema.nullable(),
  })
  .meta({ id: 'PublicNotice' });

export const noticesSchema = pageOf(noticeSchema).meta({ id: 'PublicNotices' });

export const noticeWithEntriesSchema = z
  .object({
    notice: noticeSchema,
    entries: z.array(z.object({ applicationId: z.uuid(), outcome: z.enum(ENTRY_OUTCOMES) })),
  })
  .meta({ id: 'PublicNoticeWithEntries' });

const objectionFields = z.strictObject({
  applicationId: idSchema,
  objectorKind: z.enum(['person', 'organization']),
  objectorName: text(100),
  /** 居民身份证号 of a person, 统一社会信用代码 of an organization. */
  identityNumber: text(18),
  phone: phoneSchema,
  email: z.email().max(200).nullable().default(null),
  content: prose(10_000),
});

/** An objection is made by somebody who says who they are (实名). */
function withIdentity<Schema extends typeof objectionFields>(schema: Schema) {
  return schema.refine(
    ({ objectorKind, identityNumber }) =>
      objectorKind === 'person' ? /^\d{17}[\dX]$/.test(identityNumber) : isCreditCode(identityNumber),
    {
      path: ['identityNumber'],
      error: '个人填 18 位居民身份证号，单位填统一社会信用代码',
      params: { rule: 'identity' },
    },
  );
}

export const publicObjectionSchema = withIdentity(objectionFields).meta({ id: 'PublicObjection' });

export const newObjectionSchema = withIdentity(
  objectionFields.extend({ fileIds: z.array(idSchema).max(20).default([]) }),
).meta({ id: 'NewObjection' });

export const objectionReceiptSchema = z
  .object({ id: z.uuid(), receipt: z.string(), ticket: z.string().nullable(), answerBy: z.string() })
  .meta({ id: 'ObjectionReceipt' });

export const ticketSchema = z.strictObject({ receipt: text(40), ticket: text(60) }).meta({ id: 'ObjectionTicket' });

export const objectionDecisionSchema = z
  .strictObject({
    version: versionSchema,
    decision: z.enum(['inadmissible', 'dismissed', 'upheld']),
    findings: prose(10_000),
    answer: prose(10_000),
    consequence: z.enum(CONSEQUENCES).default('none'),
  })
  .meta({ id: 'ObjectionDecision' });

export const objectionPageSchema = pageSchema.extend({
  noticeId: idSchema.optional(),
  state: z.enum(OBJECTION_STATES).optional(),
});

export const objectionSchema = z
  .object({
    id: z.uuid(),
    noticeId: z.uuid(),
    applicationId: z.uuid(),
    receipt: z.string(),
    objectorKind: z.enum(['person', 'organization']),
    objectorName: z.string(),
    identityNumber: z.string(),
    phone: z.string(),
    email: z.string().nullable(),
    content: z.string(),
    filedAt: instantSchema,
    state: z.enum(OBJECTION_STATES),
    version: z.int(),
    findings: z.string().nullable(),
    answer: z.string().nullable(),
    consequence: z.enum(CONSEQUENCES).nullable(),
    decidedAt: instantSchema.nullable(),
  })
  .meta({ id: 'Objection' });

export const objectionsSchema = pageOf(objectionSchema).meta({ id: 'Objections' });

/** What the objector gets to see by receipt and code: what was answered, and no personal data back. */
export const objectionOutcomeSchema = objectionSchema
  .pick({ receipt: true, state: true, filedAt: true, findings: true, answer: true, decidedAt: true })
  .meta({ id: 'ObjectionOutcome' });

export const newAnnouncementSchema = z.strictObject({ candidates: candidatesSchema }).meta({ id: 'NewAnnouncement' });

export const announcementPageSchema = pageSchema;

export const announcementSchema = z
  .object({
    id: z.uuid(),
    roundId: z.uuid(),
    year: z.int(),
    snapshot: publishedListSchema,
    snapshotHash: z.string(),
    announcedAt: instantSchema,
    announcedOn: z.string(),
  })
  .meta({ id: 'Announcement' });

export const announcementsSchema = pageOf(announcementSchema).meta({ id: 'Announcements' });
