import { z } from 'zod';
import { day, officialParts, sentences, text } from './document-parts.schema.js';

/** What the answer to an objection says (异议答复, 第十三条). */
export const objectionAnswerSchema = z.strictObject({
  ...officialParts,
  /** Who objected. */
  objector: text,
  notice: z.strictObject({ subject: text, number: text, publishedOn: day }),
  objection: z.strictObject({
    /** Number of its receipt; null where none was given. */
    receipt: text.nullable(),
    receivedOn: day,
    /** The center that it is about. */
    centerName: text,
    /** What it says, in whole sentences. */
    content: text,
  }),
  /** What was found, a paragraph each. */
  findings: sentences,
  upheld: z.boolean(),
  /** The answer itself, a paragraph each. */
  answer: sentences,
  /** What follows for the center, in whole sentences; null for nothing. */
  consequence: text.nullable(),
});

export type ObjectionAnswerData = z.infer<typeof objectionAnswerSchema>;
