import { z } from 'zod';
import { day, officialParts, sentences, text } from './document-parts.schema.js';

/** What the filing of a change says (变更备案通知, 第十八条). */
export const changeApprovalSchema = z.strictObject({
  ...officialParts,
  /** The lead organization, and the bureau of its region. */
  recipients: z.array(text).min(1),
  centerName: text,
  /** 更名、合并、分立、重组 …. */
  changeTitle: text,
  changedOn: day,
  reportedOn: day,
  /** Last day to report, with how it was counted. */
  dueOn: day,
  arithmetic: text.nullable(),
  /** Days after it, 0 when in time. */
  daysLate: z.int().min(0),
  changes: z.array(z.strictObject({ item: text, before: text, after: text })).min(1),
  /** From when the public record says so. */
  effectiveOn: day,
  /** What follows, a paragraph each: who keeps the record, what has to be handed in still. */
  consequences: sentences,
});

export type ChangeApprovalData = z.infer<typeof changeApprovalSchema>;
