import { APPLICATION_MACHINE } from '@shucu/applications';
import { ASSESSMENT_MACHINE, SCORE_SHEET_MACHINE } from '@shucu/assessments';
import { CHANGE_REPORT_MACHINE } from '@shucu/changes';
import { DOCUMENT_TEMPLATE_MACHINE } from '@shucu/documents';
import { OBJECTION_MACHINE, PUBLIC_NOTICE_MACHINE } from '@shucu/notices';
import { RATING_OBJECTION_MACHINE, RATING_RUN_MACHINE } from '@shucu/ratings';
import { ANNUAL_REPORT_MACHINE } from '@shucu/reports';
import { REVOCATION_MACHINE } from '@shucu/revocations';
import { RULE_SET_MACHINE } from '@shucu/rule-sets';
import type { StateMachine } from '@shucu/workflow';

/** Every state machine of the platform: what the docs show, the database enforces and the tests walk through. */
export const MACHINES: readonly StateMachine[] = [
  APPLICATION_MACHINE,
  PUBLIC_NOTICE_MACHINE,
  OBJECTION_MACHINE,
  RULE_SET_MACHINE,
  ANNUAL_REPORT_MACHINE,
  CHANGE_REPORT_MACHINE,
  ASSESSMENT_MACHINE,
  SCORE_SHEET_MACHINE,
  DOCUMENT_TEMPLATE_MACHINE,
  RATING_RUN_MACHINE,
  RATING_OBJECTION_MACHINE,
  REVOCATION_MACHINE,
];
