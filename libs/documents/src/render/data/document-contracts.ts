import type { z } from 'zod';
import type { LayoutName } from '../layout.js';
import { ratingReportSchema } from './rating-report.schema.js';
import { revocationNoticeSchema } from './revocation-notice.schema.js';

/** How documents are numbered: the series, and the 发文机关代字, in which `{tenant}` and `{region}` stand for the issuer's. */
export interface Numbering {
  readonly series: string;
  readonly prefix: string;
}

/** What the platform knows of a kind of documents. */
export interface DocumentContract {
  readonly schema: z.ZodType;
  readonly layout: LayoutName;
  readonly title: { readonly 'zh-CN': string; readonly en: string };
  /** What the province issues and, where bureaus issue it too, what a bureau does. */
  readonly numbering: { readonly province: Numbering; readonly bureau?: Numbering };
}

/** The department's own 发文字号. */
const OFFICIAL: { readonly province: Numbering; readonly bureau?: Numbering } = {
  province: { series: 'official', prefix: '{tenant}' },
};

/** Kinds of documents, as plugins name their templates: the data each is given, the layout it is set in, how it is numbered. */
export const DOCUMENT_CONTRACTS = {
  ratingReport: {
    schema: ratingReportSchema,
    layout: 'report',
    title: { 'zh-CN': '年度运行质量评估报告', en: 'Annual rating report' },
    numbering: { province: { series: 'rating-report', prefix: '{tenant}评' } },
  },
  revocationNotice: {
    schema: revocationNoticeSchema,
    layout: 'official',
    title: { 'zh-CN': '撤销评价资格通知', en: 'Revocation notice' },
    numbering: OFFICIAL,
  },
} as const satisfies Record<string, DocumentContract>;

export type DocumentKind = keyof typeof DOCUMENT_CONTRACTS;
