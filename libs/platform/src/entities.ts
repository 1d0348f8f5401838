import { ExpertAssignment, ExpertScore } from '@shucu/assessments';
import { Center, CenterMember } from '@shucu/centers';
import { Document } from '@shucu/documents';
import { Account, AccountRole, IdentityProvider, Session } from '@shucu/identity';
import { Organization, Region } from '@shucu/organizations';
import { Rating, RatingRun } from '@shucu/ratings';
import { ReferenceFigure, Resource, ServiceRecord, YearlyFact } from '@shucu/records';
import { RevocationCase } from '@shucu/revocations';
import { RuleSet } from '@shucu/rule-sets';
import { Tenant } from '@shucu/tenancy';
import { TenantOrder } from '@shucu/tenants';

/** Every entity of the platform, for the data source of each process. */
export const ENTITIES = [
  Tenant,
  Account,
  AccountRole,
  Session,
  IdentityProvider,
  Region,
  Organization,
  Center,
  CenterMember,
  ServiceRecord,
  Resource,
  YearlyFact,
  ReferenceFigure,
  RuleSet,
  ExpertAssignment,
  ExpertScore,
  RatingRun,
  Rating,
  RevocationCase,
  Document,
  TenantOrder,
];
