import { z } from 'zod';
import { contactSchema, day, officialParts, periodSchema, sentences, text } from './document-parts.schema.js';

/** What an invitation to be heard says (陈述申辩告知书): before a revocation is decided (第十七条). */
export const statementInvitationSchema = z.strictObject({
  ...officialParts,
  /** The lead organization. */
  recipients: z.array(text).min(1),
  centerName: text,
  categoryTitle: text,
  announcedOn: day,
  lead: z.strictObject({ name: text, creditCode: text }),
  /** 拟撤销事由: the article, and its words in the rule document. */
  ground: z.strictObject({ article: text, wording: text }),
  /** What was found, a sentence each. */
  facts: sentences,
  /** Evidence for it, by title. */
  evidence: z.array(text),
  /** Until when the center may state its view. */
  period: periodSchema,
  /** Years without re-application that the decision would bring. */
  banYears: z.int().min(1).max(10),
  contact: contactSchema,
});

export type StatementInvitationData = z.infer<typeof statementInvitationSchema>;
