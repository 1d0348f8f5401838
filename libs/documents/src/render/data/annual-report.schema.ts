import { z } from 'zod';
import {
  centerPartSchema,
  day,
  evidenceRowSchema,
  formSectionSchema,
  reportParts,
  text,
} from './document-parts.schema.js';

/** What a center's annual report says (年度工作报告, 第十五条). `year` is the year reported on. */
export const annualReportSchema = z.strictObject({
  ...reportParts,
  center: centerPartSchema,
  announcedOn: day,
  filedOn: day,
  filedBy: text,
  /** Last day to file. */
  dueOn: day,
  /** Days after it, 0 when in time. */
  daysLate: z.int().min(0),
  /** What the center wrote. */
  sections: z.array(formSectionSchema),
  /** Figures from the records, with their units, and those of the year before where there are any. */
  figures: z.array(
    z.strictObject({ group: text, title: text, value: text, previous: text.nullable(), threshold: text.nullable() }),
  ),
  /** Declared figures (年度填报数据). */
  facts: z.array(z.strictObject({ title: text, value: text })),
  /** Services by type. */
  services: z.array(
    z.strictObject({ type: text, count: z.int().min(0), served: z.int().min(0), verified: z.int().min(0) }),
  ),
  evidence: z.array(evidenceRowSchema),
});

export type AnnualReportData = z.infer<typeof annualReportSchema>;
