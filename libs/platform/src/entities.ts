import { APPLICATION_ENTITIES } from '@shucu/applications';
import { ASSESSMENT_ENTITIES } from '@shucu/assessments';
import { Center, CenterFormerMember, CenterHistory, CenterMember } from '@shucu/centers';
import { CHANGE_ENTITIES } from '@shucu/changes';
import { DEADLINE_ENTITIES } from '@shucu/deadlines';
import { Document, DocumentTemplate } from '@shucu/documents';
import { EVIDENCE_ENTITIES } from '@shucu/evidence';
import { Account, AccountRole, IdentityProvider, Session } from '@shucu/identity';
import { NOTICE_ENTITIES } from '@shucu/notices';
import { NOTIFICATION_ENTITIES } from '@shucu/notifications';
import { Organization, OrganizationHistory, OrganizationSuccession, Region } from '@shucu/organizations';
import { RATING_ENTITIES, RuleSetPreview, RuleSetPreviewItem } from '@shucu/ratings';
import { ReferenceFigure, Resource, ServiceRecord, YearlyFact } from '@shucu/records';
import { REPORT_ENTITIES } from '@shucu/reports';
import { REVIEW_ENTITIES } from '@shucu/reviews';
import { RevocationCase } from '@shucu/revocations';
import { RuleSet } from '@shucu/rule-sets';
import { Tenant } from '@shucu/tenancy';
import { TenantOrder } from '@shucu/tenants';
import { CaseStep } from '@shucu/workflow';

/** Every entity of the platform, for the data source of each process. */
export const ENTITIES = [
  Tenant,
  Account,
  AccountRole,
  Session,
  IdentityProvider,
  Region,
  Organization,
  OrganizationHistory,
  OrganizationSuccession,
  Center,
  CenterMember,
  CenterHistory,
  CenterFormerMember,
  ServiceRecord,
  Resource,
  YearlyFact,
  ReferenceFigure,
  RuleSet,
  ...ASSESSMENT_ENTITIES,
  ...RATING_ENTITIES,
  RuleSetPreview,
  RuleSetPreviewItem,
  RevocationCase,
  Document,
  DocumentTemplate,
  TenantOrder,
  CaseStep,
  ...NOTIFICATION_ENTITIES,
  ...DEADLINE_ENTITIES,
  ...EVIDENCE_ENTITIES,
  ...APPLICATION_ENTITIES,
  ...REVIEW_ENTITIES,
  ...NOTICE_ENTITIES,
  ...REPORT_ENTITIES,
  ...CHANGE_ENTITIES,
];
