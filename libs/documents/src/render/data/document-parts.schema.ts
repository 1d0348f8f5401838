import { z } from 'zod';

/** A text that says something. */
export const text = z.string().min(1);
/** Decimal as a string: points, weights, shares, amounts. */
export const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, '须为十进制数字');
/** ISO date. */
export const day = z.iso.date();
export const year = z.int().min(2000).max(2999);
/** SHA-256 in hex. */
export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/, '须为 SHA-256（64 位十六进制）');
/** Whole sentences with their full stops, a paragraph each. */
export const sentences = z.array(text);

/** The rule document (实施细则) that a document rests on. */
const ruleDocumentSchema = z.strictObject({
  title: text,
  number: text,
  /** Short name used after the first mention, e.g. 实施细则. */
  shortTitle: text,
});

/** A legal person. */
export const organizationSchema = z.strictObject({
  name: text,
  creditCode: text,
  /** 企业、高等院校、科研院所、行业协会. */
  kind: text,
});

/** A center or a candidate, as documents name it. */
export const centerPartSchema = z.strictObject({
  name: text,
  categoryTitle: text,
  /** 功能类的类型, null for categories without variants. */
  variantTitle: text.nullable(),
  industry: text.nullable(),
  region: text,
  lead: organizationSchema,
  /** Consortium members besides the lead. */
  members: z.array(organizationSchema),
});

/** What every official document has beside its text (GB/T 9704): spread into its schema. */
export const officialParts = {
  /** 发文机关标志 without 文件, also the issuer who signs: the department, or the bureau where a bureau issues it. */
  departmentName: text,
  /** 发文字号. */
  number: text,
  ruleDocument: ruleDocumentSchema,
  /** 成文日期. */
  datedOn: day,
  /** 抄送机关. */
  copies: z.array(text),
  /** 印发机关, e.g. 甘肃省工业和信息化厅办公室. */
  printer: text,
  /** 印发日期. */
  printedOn: day,
} as const;

/** What every report has on its cover: spread into its schema. */
export const reportParts = {
  departmentName: text,
  /** Number of the document itself. */
  number: text,
  year,
  ruleDocument: ruleDocumentSchema,
  generatedOn: day,
} as const;

/** One row of an evidence list. */
export const evidenceRowSchema = z.strictObject({
  number: z.int().min(1),
  /** Where it belongs: an indicator, a part of the dossier. */
  place: text,
  fileName: text,
  /** As people read it: `1.2 MB`. */
  size: text,
  sha256: sha256Hex,
  uploadedOn: day,
});

/** A part of a form: labelled values, then running text; either may be empty. */
export const formSectionSchema = z.strictObject({
  title: text,
  entries: z.array(z.strictObject({ label: text, value: text })),
  paragraphs: sentences,
});

/** A candidate or center in a published list. */
export const listEntrySchema = z.strictObject({
  number: z.int().min(1),
  name: text,
  categoryTitle: text,
  variantTitle: text.nullable(),
  leadOrganization: text,
  members: z.array(text),
  region: text,
});

/** A statutory period in working days with its arithmetic in words. */
export const periodSchema = z.strictObject({
  /** First day that counts. */
  from: day,
  /** Last day, the period ends at its 24:00. */
  through: day,
  workingDays: z.int().min(1),
  /** How it was counted, whole sentences: `公示自……发布，次日起算……`. */
  arithmetic: text,
});

/** Where one can turn to. */
export const contactSchema = z.strictObject({
  /** Who answers: a person or an office. */
  name: text,
  phone: text,
  email: text.nullable(),
  address: text.nullable(),
});
