export { type AnnouncementData, announcementSchema } from './data/announcement.schema.js';
export { type AnnualReportData, annualReportSchema } from './data/annual-report.schema.js';
export { type ApplicationFormData, applicationFormSchema } from './data/application-form.schema.js';
export { type AssessmentResultData, assessmentResultSchema } from './data/assessment-result.schema.js';
export { type ChangeApprovalData, changeApprovalSchema } from './data/change-approval.schema.js';
export { type CorrectionNoticeData, correctionNoticeSchema } from './data/correction-notice.schema.js';
export {
  DOCUMENT_CONTRACTS,
  type DocumentContract,
  type DocumentKind,
  type Numbering,
} from './data/document-contracts.js';
export { DOCUMENT_KINDS, templateFile } from './data/document-kinds.js';
export { type ExpertScoreSheetData, expertScoreSheetSchema } from './data/expert-score-sheet.schema.js';
export { type ObjectionAnswerData, objectionAnswerSchema } from './data/objection-answer.schema.js';
export { type PublicNoticeData, publicNoticeSchema } from './data/public-notice.schema.js';
export { type RatingReportData, ratingReportSchema } from './data/rating-report.schema.js';
export { type RecommendationData, recommendationSchema } from './data/recommendation.schema.js';
export { type ReversalDecisionData, reversalDecisionSchema } from './data/reversal-decision.schema.js';
export { type RevocationNoticeData, revocationNoticeSchema } from './data/revocation-notice.schema.js';
export { type SelfEvaluationData, selfEvaluationSchema } from './data/self-evaluation.schema.js';
export { type StatementInvitationData, statementInvitationSchema } from './data/statement-invitation.schema.js';
export { type TenantSummaryData, tenantSummarySchema } from './data/tenant-summary.schema.js';
export { LAYOUT_NAMES, type LayoutName } from './layout.js';
export type { RenderedDocument, RenderRequest } from './pool/render.types.js';
export { createRenderer, type Renderer, type RendererOptions } from './pool/renderer.js';
export { SAMPLES } from './samples/samples.js';
export {
  type CompiledTemplate,
  checkTemplate,
  compileTemplate,
  type Partials,
  type TemplateOptions,
} from './template/compile-template.js';
export { platformPartials } from './template/platform-partials.js';
export { chineseDate } from './template/template-helpers.js';
