import { z } from 'zod';

const text = z.string().min(1);
const day = z.iso.date();

/** What a revocation notice says (撤销评价资格, 第十七条). Days are ISO dates, scores decimal strings. */
export const revocationNoticeSchema = z.strictObject({
  /** 发文机关标志 without 文件, also the issuer who signs. */
  departmentName: text,
  /** 发文字号, e.g. 甘工信发〔2026〕12号. */
  number: text,
  /** 主送机关, in order. */
  recipients: z.array(text).min(1),
  ruleDocument: z.strictObject({
    title: text,
    number: text,
    /** Short name used after the first mention, e.g. 《实施细则》. */
    shortTitle: text,
  }),
  center: z.strictObject({ name: text, categoryTitle: text, announcedOn: day }),
  lead: z.strictObject({ name: text, creditCode: text }),
  /** 撤销事由: the article, and its words in the rule document. */
  ground: z.strictObject({ article: text, wording: text }),
  /** The evaluations that the case rests on, oldest first; empty for other grounds. */
  evaluations: z.array(
    z.strictObject({
      year: z.int(),
      score: z.string().regex(/^-?\d+(\.\d+)?$/),
      grade: text,
      documentNumber: text.nullable(),
    }),
  ),
  /** Further facts that were found, a sentence each with its full stop. */
  facts: z.array(text),
  /** What the center stated when heard and what became of it, in whole sentences; null when it stated nothing. */
  statement: text.nullable(),
  /** 退出之日. */
  exitOn: day,
  /** Years without re-application. */
  banYears: z.int().min(1).max(10),
  /** Last day of the ban. */
  banUntil: day,
  remedies: z.strictObject({
    /** Where a reconsideration is applied for, e.g. 甘肃省人民政府. */
    reconsiderationAuthority: text,
    /** Where a suit is brought, e.g. 有管辖权的人民法院. */
    court: text,
  }),
  /** 成文日期. */
  datedOn: day,
  /** 抄送机关. */
  copies: z.array(text),
  /** 印发机关, e.g. 甘肃省工业和信息化厅办公室. */
  printer: text,
  /** 印发日期. */
  printedOn: day,
});

export type RevocationNoticeData = z.infer<typeof revocationNoticeSchema>;
