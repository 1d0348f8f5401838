import { z } from 'zod';
import { centerPartSchema, day, officialParts, sentences, text, year } from './document-parts.schema.js';

/** What a bureau's recommendation says (推荐意见, 第十一条): review, visit and recommendation. `departmentName` is the bureau. */
export const recommendationSchema = z.strictObject({
  ...officialParts,
  /** The province's department. */
  recipients: z.array(text).min(1),
  year,
  center: centerPartSchema,
  /** Number of the application form, and when it came in. */
  applicationNumber: text.nullable(),
  receivedOn: day,
  /** 初审意见. */
  review: z.strictObject({ reviewedOn: day, reviewers: z.array(text).min(1), opinion: sentences }),
  /** 现场查看. */
  visit: z.strictObject({
    visitedOn: day,
    place: text.nullable(),
    people: z.array(text).min(1),
    findings: sentences,
  }),
  /** Figures, claimed and as the bureau found them, with their units. */
  figures: z.array(z.strictObject({ measure: text, claimed: text, verified: text, remark: text.nullable() })),
  /** Why it is recommended, a paragraph each. */
  reasons: sentences,
  /** 附件, by their titles. */
  attachments: z.array(text),
});

export type RecommendationData = z.infer<typeof recommendationSchema>;
