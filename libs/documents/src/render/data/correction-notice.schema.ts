import { z } from 'zod';
import { centerPartSchema, contactSchema, day, officialParts, sentences, text } from './document-parts.schema.js';

/** What a return for correction says (补正通知): item by item, by the bureau or the department. */
export const correctionNoticeSchema = z.strictObject({
  ...officialParts,
  /** Who is to correct: the lead organization. */
  recipients: z.array(text).min(1),
  center: centerPartSchema,
  /** What is returned, e.g. 2025年度申报材料, and when it was received. */
  material: text,
  receivedOn: day,
  /** The stage that returns it: 初审, 形式审查, 专家核查评估. */
  stage: text,
  /** The article of that stage, e.g. 第十一条. */
  article: text,
  items: z
    .array(
      z.strictObject({
        /** The part of the dossier that it is about. */
        place: text,
        /** What is missing or wrong. */
        fault: text,
        /** What would be right. */
        demand: text,
      }),
    )
    .min(1)
    .max(99),
  /** Last day to hand it in again, with how it was counted; null for no period. */
  dueOn: day.nullable(),
  arithmetic: text.nullable(),
  /** Earlier approvals that become void by this, a sentence each. */
  voidedApprovals: sentences,
  contact: contactSchema.nullable(),
});

export type CorrectionNoticeData = z.infer<typeof correctionNoticeSchema>;
