import { z } from 'zod';
import { centerPartSchema, day, decimal, reportParts, sha256Hex, text } from './document-parts.schema.js';

/** What one expert's sealed sheet says (专家评分表, 第十二条). */
export const expertScoreSheetSchema = z.strictObject({
  ...reportParts,
  /** 核查评估 of an application, or 年度运行质量评估. */
  purpose: text,
  center: centerPartSchema,
  expert: z.strictObject({
    name: text,
    employer: text,
    fields: z.array(text),
    isLeader: z.boolean(),
  }),
  /** The declaration of conflicts of interest, in whole sentences, and when it was made. */
  declaration: text,
  declaredOn: day,
  items: z.array(
    z.strictObject({
      number: z.int().min(1),
      /** 评价项目. */
      group: text,
      /** 评价指标. */
      title: text,
      criteria: z.array(
        z.strictObject({
          /** What is judged. */
          title: text,
          /** Claimed by the applicant, verified by the bureau, confirmed by the expert, with units; null where there is none. */
          claimed: text.nullable(),
          verified: text.nullable(),
          confirmed: text.nullable(),
          /** 0 to 100; null for what a figure decides. */
          score: decimal.nullable(),
          opinion: text.nullable(),
        }),
      ),
    }),
  ),
  /** What the expert says of the whole. */
  opinion: text.nullable(),
  /** When the sheet was submitted and sealed, and the hash of what it held. */
  sealedOn: day,
  sealHash: sha256Hex,
});

export type ExpertScoreSheetData = z.infer<typeof expertScoreSheetSchema>;
