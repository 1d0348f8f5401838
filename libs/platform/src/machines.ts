import { APPLICATION_MACHINE } from '@shucu/applications';
import { ASSESSMENT_MACHINE, SCORE_SHEET_MACHINE } from '@shucu/assessments';
import { DOCUMENT_TEMPLATE_MACHINE } from '@shucu/documents';
import { ANNUAL_REPORT_MACHINE } from '@shucu/reports';
import { RULE_SET_MACHINE } from '@shucu/rule-sets';
import type { StateMachine } from '@shucu/workflow';

/** Every state machine of the platform: what the docs show, the database enforces and the tests walk through. */
export const MACHINES: readonly StateMachine[] = [
  APPLICATION_MACHINE,
  RULE_SET_MACHINE,
  ANNUAL_REPORT_MACHINE,
  ASSESSMENT_MACHINE,
  DOCUMENT_TEMPLATE_MACHINE,
  SCORE_SHEET_MACHINE,
];
