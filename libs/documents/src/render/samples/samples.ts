import type { DocumentKind } from '../data/document-contracts.js';
import { APPLICATION_FORM, CORRECTION_NOTICE, RECOMMENDATION, SELF_EVALUATION } from './application-samples.js';
import { ASSESSMENT_RESULT, EXPERT_SCORE_SHEET } from './assessment-samples.js';
import { REVERSAL_DECISION, STATEMENT_INVITATION } from './exit-samples.js';
import { ANNOUNCEMENT, OBJECTION_ANSWER, PUBLIC_NOTICE } from './notice-samples.js';
import { sampleRatingReport } from './rating-report.sample.js';
import { sampleRevocationNotice } from './revocation-notice.sample.js';
import { ANNUAL_REPORT, CHANGE_APPROVAL, TENANT_SUMMARY } from './yearly-samples.js';

/** Data of an invented case for each kind: what a template is previewed and tested with. */
export const SAMPLES: Readonly<Record<DocumentKind, object>> = {
  applicationForm: APPLICATION_FORM,
  selfEvaluation: SELF_EVALUATION,
  correctionNotice: CORRECTION_NOTICE,
  recommendation: RECOMMENDATION,
  expertScoreSheet: EXPERT_SCORE_SHEET,
  assessmentResult: ASSESSMENT_RESULT,
  publicNotice: PUBLIC_NOTICE,
  objectionAnswer: OBJECTION_ANSWER,
  announcement: ANNOUNCEMENT,
  annualReport: ANNUAL_REPORT,
  changeApproval: CHANGE_APPROVAL,
  ratingReport: sampleRatingReport(),
  tenantSummary: TENANT_SUMMARY,
  statementInvitation: STATEMENT_INVITATION,
  revocationNotice: sampleRevocationNotice(),
  reversalDecision: REVERSAL_DECISION,
};
