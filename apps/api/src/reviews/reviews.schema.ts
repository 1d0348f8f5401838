import { CONCLUSIONS, VISIT_SIDES } from '@shucu/reviews';
import { z } from 'zod';
import { dateSchema, decimalText, prose, text, versionSchema } from '../http/request.schema.js';

const MOST_ITEMS = 200;
const MOST_PEOPLE = 30;
const MOST_PHOTOS = 50;
/** A notice lists no more. */
const MOST_REMARKS = 99;

const figure = decimalText(/^(0|[1-9]\d{0,15})(\.\d{1,6})?$/, '应为不小于 0 的数字，最多六位小数', 'decimal');
const name = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,59}$/);
const place = z.string().regex(/^[A-Za-z][A-Za-z0-9_:.-]{0,119}$/);
const remark = prose(2_000).nullable().default(null);

/** What was verified so far, in place of what was saved before. */
export const preliminaryReviewSchema = z
  .strictObject({
    version: versionSchema,
    items: z.array(z.strictObject({ measure: name, verified: figure, remark })).max(MOST_ITEMS),
    opinion: prose(10_000).nullable().default(null),
  })
  .meta({ id: 'PreliminaryReviewInput' });

/** What was checked so far, in place of what was saved before. */
export const formalReviewSchema = z
  .strictObject({
    version: versionSchema,
    items: z.array(z.strictObject({ item: name, conclusion: z.enum(CONCLUSIONS), remark })).max(MOST_ITEMS),
    opinion: prose(10_000).nullable().default(null),
  })
  .meta({ id: 'FormalReviewInput' });

export const newSiteVisitSchema = z
  .strictObject({
    version: versionSchema,
    visitedOn: dateSchema,
    place: text(300),
    people: z
      .array(
        z.strictObject({ side: z.enum(VISIT_SIDES), name: text(60), position: text(100).nullable().default(null) }),
      )
      .min(1)
      .max(MOST_PEOPLE),
    findings: prose(10_000),
    photos: z.array(z.uuid()).max(MOST_PHOTOS).default([]),
  })
  .meta({ id: 'NewSiteVisit' });

export const recommendationOrderSchema = z
  .strictObject({ version: versionSchema, reason: prose(10_000) })
  .meta({ id: 'RecommendationOrder' });

export const rejectionOrderSchema = z
  .strictObject({ version: versionSchema, reason: prose(2_000) })
  .meta({ id: 'RejectionOrder' });

export const acceptanceOrderSchema = z
  .strictObject({ version: versionSchema, reason: prose(2_000).optional() })
  .meta({ id: 'AcceptanceOrder' });

export const conclusionOrderSchema = z
  .strictObject({ version: versionSchema, passed: z.boolean(), reason: prose(2_000) })
  .meta({ id: 'ConclusionOrder' });

export const returnOrderSchema = z
  .strictObject({
    version: versionSchema,
    reason: prose(2_000),
    remarks: z
      .array(z.strictObject({ place, fault: prose(2_000), demand: prose(2_000) }))
      .min(1)
      .max(MOST_REMARKS),
  })
  .meta({ id: 'ReturnOrder' });

export const remarkAnswersSchema = z
  .strictObject({
    version: versionSchema,
    answers: z
      .array(z.strictObject({ remarkId: z.uuid(), answer: prose(4_000) }))
      .min(1)
      .max(MOST_REMARKS),
  })
  .meta({ id: 'RemarkAnswers' });
