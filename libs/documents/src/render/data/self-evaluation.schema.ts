import { z } from 'zod';
import { centerPartSchema, decimal, evidenceRowSchema, reportParts, sentences, text } from './document-parts.schema.js';

const itemSchema = z.strictObject({
  number: z.int().min(1),
  /** 评价项目. */
  group: text,
  /** 评价指标. */
  title: text,
  /** 评价标准, word for word. */
  standard: text,
  weight: decimal,
  /** The figures it claims, with their units; empty for what experts judge alone. */
  figures: z.array(z.strictObject({ measure: text, claimed: text, threshold: text.nullable() })),
  /** Points that the figures alone give; null where experts judge all of it. */
  score: decimal.nullable(),
  /** What the applicant says of it. */
  statement: text.nullable(),
  /** Numbers of the rows of the evidence list. */
  evidence: z.array(z.int().min(1)),
});

/** What a self-evaluation says (自评报告): the category's indicator table filled in by the applicant or the center itself. */
export const selfEvaluationSchema = z.strictObject({
  ...reportParts,
  center: centerPartSchema,
  /** Points of what can be computed, of {@link computableWeight}. */
  total: decimal,
  /** Weight of the criteria that figures alone decide. */
  computableWeight: decimal,
  items: z.array(itemSchema),
  /** Further remarks, a paragraph each. */
  remarks: sentences,
  evidence: z.array(evidenceRowSchema),
});

export type SelfEvaluationData = z.infer<typeof selfEvaluationSchema>;
