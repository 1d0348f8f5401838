import { ASSESSMENT_ABILITIES } from '@shucu/assessments';
import { AUDIT_ABILITIES } from '@shucu/audit';
import { CENTER_ABILITIES } from '@shucu/centers';
import { DOCUMENT_ABILITIES } from '@shucu/documents';
import { IDENTITY_ABILITIES } from '@shucu/identity';
import { ORGANIZATION_ABILITIES } from '@shucu/organizations';
import type { AbilityDeclaration } from '@shucu/permissions';
import { RATING_ABILITIES } from '@shucu/ratings';
import { RECORD_ABILITIES } from '@shucu/records';
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
  REVOCATION_ABILITIES,
  DOCUMENT_ABILITIES,
  TENANT_ABILITIES,
];
