import type { z } from 'zod';
import type { LayoutName } from '../layout.js';
import { announcementSchema } from './announcement.schema.js';
import { annualReportSchema } from './annual-report.schema.js';
import { applicationFormSchema } from './application-form.schema.js';
import { assessmentResultSchema } from './assessment-result.schema.js';
import { changeApprovalSchema } from './change-approval.schema.js';
import { correctionNoticeSchema } from './correction-notice.schema.js';
import { expertScoreSheetSchema } from './expert-score-sheet.schema.js';
import { objectionAnswerSchema } from './objection-answer.schema.js';
import { publicNoticeSchema } from './public-notice.schema.js';
import { ratingReportSchema } from './rating-report.schema.js';
import { recommendationSchema } from './recommendation.schema.js';
import { reversalDecisionSchema } from './reversal-decision.schema.js';
import { revocationNoticeSchema } from './revocation-notice.schema.js';
import { selfEvaluationSchema } from './self-evaluation.schema.js';
import { statementInvitationSchema } from './statement-invitation.schema.js';
import { tenantSummarySchema } from './tenant-summary.schema.js';

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
const OFFICIAL = { province: { series: 'official', prefix: '{tenant}' } } as const;

/** Kinds of documents, as plugins name their templates, in the order of a center's life: data, layout, title and numbering. */
export const DOCUMENT_CONTRACTS = {
  applicationForm: {
    schema: applicationFormSchema,
    layout: 'report',
    title: { 'zh-CN': '申报书', en: 'Application form' },
    numbering: { province: { series: 'application-form', prefix: '申报' } },
  },
  selfEvaluation: {
    schema: selfEvaluationSchema,
    layout: 'report',
    title: { 'zh-CN': '自评报告', en: 'Self-evaluation' },
    numbering: { province: { series: 'self-evaluation', prefix: '自评' } },
  },
  correctionNotice: {
    schema: correctionNoticeSchema,
    layout: 'official',
    title: { 'zh-CN': '补正通知', en: 'Correction notice' },
    numbering: { ...OFFICIAL, bureau: { series: 'correction', prefix: '{region}补正' } },
  },
  recommendation: {
    schema: recommendationSchema,
    layout: 'official',
    title: { 'zh-CN': '推荐意见', en: 'Recommendation' },
    numbering: {
      province: { series: 'recommendation-direct', prefix: '{tenant}荐' },
      bureau: { series: 'recommendation', prefix: '{region}推荐' },
    },
  },
  expertScoreSheet: {
    schema: expertScoreSheetSchema,
    layout: 'report',
    title: { 'zh-CN': '专家评分表', en: 'Expert score sheet' },
    numbering: { province: { series: 'score-sheet', prefix: '评分' } },
  },
  assessmentResult: {
    schema: assessmentResultSchema,
    layout: 'report',
    title: { 'zh-CN': '核查评估结果', en: 'Assessment result' },
    numbering: { province: { series: 'assessment-result', prefix: '{tenant}核' } },
  },
  publicNotice: {
    schema: publicNoticeSchema,
    layout: 'official',
    title: { 'zh-CN': '公示', en: 'Public notice' },
    numbering: { province: { series: 'public-notice', prefix: '公示' } },
  },
  objectionAnswer: {
    schema: objectionAnswerSchema,
    layout: 'official',
    title: { 'zh-CN': '异议答复', en: 'Answer to an objection' },
    numbering: OFFICIAL,
  },
  announcement: {
    schema: announcementSchema,
    layout: 'official',
    title: { 'zh-CN': '公告', en: 'Announcement' },
    numbering: OFFICIAL,
  },
  annualReport: {
    schema: annualReportSchema,
    layout: 'report',
    title: { 'zh-CN': '年度工作报告', en: 'Annual report' },
    numbering: { province: { series: 'annual-report', prefix: '年报' } },
  },
  changeApproval: {
    schema: changeApprovalSchema,
    layout: 'official',
    title: { 'zh-CN': '变更备案通知', en: 'Change filing notice' },
    numbering: OFFICIAL,
  },
  ratingReport: {
    schema: ratingReportSchema,
    layout: 'report',
    title: { 'zh-CN': '年度运行质量评估报告', en: 'Annual rating report' },
    numbering: { province: { series: 'rating-report', prefix: '{tenant}评' } },
  },
  tenantSummary: {
    schema: tenantSummarySchema,
    layout: 'report',
    title: { 'zh-CN': '年度评估情况汇总', en: 'Summary of a year’s evaluation' },
    numbering: { province: { series: 'tenant-summary', prefix: '{tenant}汇' } },
  },
  statementInvitation: {
    schema: statementInvitationSchema,
    layout: 'official',
    title: { 'zh-CN': '陈述申辩告知书', en: 'Invitation to be heard' },
    numbering: OFFICIAL,
  },
  revocationNotice: {
    schema: revocationNoticeSchema,
    layout: 'official',
    title: { 'zh-CN': '撤销评价资格通知', en: 'Revocation notice' },
    numbering: OFFICIAL,
  },
  reversalDecision: {
    schema: reversalDecisionSchema,
    layout: 'official',
    title: { 'zh-CN': '撤销决定的撤销（变更）决定', en: 'Reversal of a revocation' },
    numbering: OFFICIAL,
  },
} as const satisfies Record<string, DocumentContract>;

export type DocumentKind = keyof typeof DOCUMENT_CONTRACTS;
