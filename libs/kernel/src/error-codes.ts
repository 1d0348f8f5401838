import { ACCESS_ERRORS } from './errors/access-errors.js';
import { APPLICATION_ERRORS } from './errors/application-errors.js';
import { ASSESSMENT_ERRORS } from './errors/assessment-errors.js';
import { BUSINESS_ERRORS } from './errors/business-errors.js';
import { CALENDAR_ERRORS } from './errors/calendar-errors.js';
import { CENTER_YEAR_ERRORS } from './errors/center-year-errors.js';
import { COURSE_ERRORS } from './errors/course-errors.js';
import { EVIDENCE_ERRORS } from './errors/evidence-errors.js';
import { NOTICE_ERRORS } from './errors/notice-errors.js';
import { OUTCOME_ERRORS } from './errors/outcome-errors.js';
import { REQUEST_ERRORS } from './errors/request-errors.js';
import { REVIEW_ERRORS } from './errors/review-errors.js';
import { RULE_SET_ERRORS } from './errors/rule-set-errors.js';

export type { ErrorKind } from './errors/error-sentences.js';

/** Every business error of the platform: its HTTP-free kind and its sentences, Chinese first (zh-CN), English complete. */
export const ERROR_CATALOGUE = {
  ...REQUEST_ERRORS,
  ...ACCESS_ERRORS,
  ...BUSINESS_ERRORS,
  ...ASSESSMENT_ERRORS,
  ...APPLICATION_ERRORS,
  ...EVIDENCE_ERRORS,
  ...COURSE_ERRORS,
  ...CENTER_YEAR_ERRORS,
  ...CALENDAR_ERRORS,
  ...RULE_SET_ERRORS,
  ...OUTCOME_ERRORS,
  ...REVIEW_ERRORS,
  ...NOTICE_ERRORS,
} as const;

export type ErrorCode = keyof typeof ERROR_CATALOGUE;
