import { z } from 'zod';
import { day, officialParts, sentences, text } from './document-parts.schema.js';

/** What the reversal of a revocation says (撤销决定的撤销、变更决定): by a superior decision, without erasing history. */
export const reversalDecisionSchema = z.strictObject({
  ...officialParts,
  recipients: z.array(text).min(1),
  centerName: text,
  lead: z.strictObject({ name: text, creditCode: text }),
  /** The revocation notice that is reversed. */
  notice: z.strictObject({ title: text, number: text, datedOn: day }),
  /** The superior decision: reconsideration, judgment, supervision. */
  superior: z.strictObject({ authority: text, title: text, number: text, decidedOn: day }),
  /** Annulled as a whole, or changed. */
  isAnnulled: z.boolean(),
  /** Why, a paragraph each. */
  reasons: sentences,
  /** What is decided instead, where it is changed: a sentence each. */
  changes: sentences,
  /** From when the center is active again; null where it is not. */
  restoredOn: day.nullable(),
  /** From when the ban no longer holds; null where it does. */
  banLiftedOn: day.nullable(),
});

export type ReversalDecisionData = z.infer<typeof reversalDecisionSchema>;
