import { z } from 'zod';
import {
  centerPartSchema,
  contactSchema,
  day,
  evidenceRowSchema,
  formSectionSchema,
  organizationSchema,
  reportParts,
  text,
} from './document-parts.schema.js';

const measureRowSchema = z.strictObject({
  /** 评价项目. */
  group: text,
  /** 评价指标. */
  indicator: text,
  /** What is counted. */
  measure: text,
  /** The claimed figure with its unit; `未填报` where there is none. */
  claimed: text,
  /** The threshold with its unit; null for what experts judge. */
  threshold: text.nullable(),
  /** Whether the claimed figure reaches the threshold; null where there is nothing to compare. */
  met: z.boolean().nullable(),
  /** Numbers of the rows of the evidence list. */
  evidence: z.array(z.int().min(1)),
});

/** What an application form says (申报书, 第五条、第九条、第十条): the whole dossier as it was submitted. */
export const applicationFormSchema = z.strictObject({
  ...reportParts,
  /** Title of the round, e.g. 2025年度申报. */
  round: text,
  /** 第几次提交, from 1. */
  submission: z.int().min(1),
  submittedOn: day,
  submittedBy: text,
  /** To whom it is submitted: the region's bureau, or the department for the direct route (第十条). */
  addressee: text,
  isDirect: z.boolean(),
  center: centerPartSchema,
  contact: contactSchema.nullable(),
  /** 建设方案 and the further parts of the form, as the category's schema has them. */
  sections: z.array(formSectionSchema),
  measures: z.array(measureRowSchema),
  /** The lead and the consortium's members, with who signed off for each; a single applicant has the lead only. */
  signOffs: z.array(
    z.strictObject({
      organization: organizationSchema,
      isLead: z.boolean(),
      signedBy: text.nullable(),
      signedOn: day.nullable(),
    }),
  ),
  evidence: z.array(evidenceRowSchema),
});

export type ApplicationFormData = z.infer<typeof applicationFormSchema>;
