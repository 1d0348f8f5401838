import { APPLICATION_ABILITIES } from '@shucu/applications';
import { ASSESSMENT_ABILITIES } from '@shucu/assessments';
import { AUDIT_ABILITIES } from '@shucu/audit';
import { CASE_FILE_ABILITIES } from '@shucu/case-files';
import { CENTER_ABILITIES } from '@shucu/centers';
import { CHANGE_ABILITIES } from '@shucu/changes';
import { CALENDAR_ABILITIES, DEADLINE_ABILITIES } from '@shucu/deadlines';
import { DOCUMENT_ABILITIES } from '@shucu/documents';
import { EVIDENCE_ABILITIES } from '@shucu/evidence';
import { IDENTITY_ABILITIES } from '@shucu/identity';
import { NOTICE_ABILITIES } from '@shucu/notices';
import { ORGANIZATION_ABILITIES } from '@shucu/organizations';
import type { AbilityDeclaration } from '@shucu/permissions';
import { RATING_ABILITIES, RULE_SET_PREVIEW_ABILITIES } from '@shucu/ratings';
import { RECORD_ABILITIES } from '@shucu/records';
import { REPORT_ABILITIES } from '@shucu/reports';
import { REVIEW_ABILITIES } from '@shucu/reviews';
import { REVOCATION_ABILITIES } from '@shucu/revocations';
import { RULE_SET_ABILITIES } from '@shucu/rule-sets';
import { TENANT_ABILITIES } from '@shucu/tenants';

/** What every feature of the platform permits to whom; anything else is refused. */
export const ABILITIES: readonly AbilityDeclaration[] = [
  IDENTITY_ABILITIES,
  AUDIT_ABILITIES,
  ORGANIZATION_ABILITIES,
  CENTER_ABILITIES,
  RECORD_ABILITIES,
  RULE_SET_ABILITIES,
  ASSESSMENT_ABILITIES,
  RATING_ABILITIES,
  RULE_SET_PREVIEW_ABILITIES,
  REVOCATION_ABILITIES,
  DOCUMENT_ABILITIES,
  TENANT_ABILITIES,
  DEADLINE_ABILITIES,
  CALENDAR_ABILITIES,
  EVIDENCE_ABILITIES,
  APPLICATION_ABILITIES,
  REVIEW_ABILITIES,
  NOTICE_ABILITIES,
  REPORT_ABILITIES,
  CHANGE_ABILITIES,
  CASE_FILE_ABILITIES,
];
