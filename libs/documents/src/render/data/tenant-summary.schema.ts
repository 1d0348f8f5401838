import { z } from 'zod';
import { decimal, reportParts, sentences, text, year } from './document-parts.schema.js';

/** What a tenant's summary of a year's evaluation says (年度评估情况汇总, 第十六条). `year` is the year evaluated. */
export const tenantSummarySchema = z.strictObject({
  ...reportParts,
  /** Centers evaluated. */
  evaluated: z.int().min(0),
  /** Best grade first; `share` of those evaluated, 0 to 1. */
  grades: z.array(z.strictObject({ grade: text, count: z.int().min(0), share: decimal })),
  /** By category, in the order of the rule document; counts in the order of {@link grades}. */
  categories: z.array(
    z.strictObject({
      title: text,
      evaluated: z.int().min(0),
      counts: z.array(z.int().min(0)),
      mean: decimal.nullable(),
    }),
  ),
  /** Best first. */
  ratings: z.array(
    z.strictObject({
      number: z.int().min(1),
      name: text,
      categoryTitle: text,
      region: text,
      total: decimal,
      grade: text,
      /** Grade of the year before; null for none. */
      previous: text.nullable(),
    }),
  ),
  notEvaluated: z.array(z.strictObject({ name: text, region: text, reason: text })),
  /** Reports filed late or not at all. */
  lateReports: z.array(z.strictObject({ name: text, remark: text })),
  /** Failed twice in a row: cases opened by themselves (第十七条). */
  consecutiveFails: z.array(z.strictObject({ name: text, years: z.array(year).min(2) })),
  /** Results corrected after publication, with the reason. */
  corrections: z.array(z.strictObject({ name: text, before: text, after: text, reason: text })),
  /** What was observed, a paragraph each. */
  remarks: sentences,
});

export type TenantSummaryData = z.infer<typeof tenantSummarySchema>;
