import type { AssessmentResult } from '@shucu/assessments';
import type { Role } from '@shucu/permissions';
import type { CategoryOverrides } from '@shucu/plugin-sdk';

/** A row of `tenant`. */
export interface TenantRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly department: string;
  readonly documentPrefix: string;
  readonly status: 'active';
}

/** A row of `region`: a reviewing body's area. */
export interface RegionRow {
  readonly tenantId: string;
  readonly id: string;
  readonly name: string;
  readonly bureau: string;
  readonly divisionCode: string | null;
}

/** A row of `organization`. */
export interface OrganizationRow {
  readonly tenantId: string;
  readonly id: string;
  readonly creditCode: string;
  readonly name: string;
  readonly kind: 'enterprise' | 'university' | 'researchInstitute' | 'industryAssociation';
  readonly ownership: 'local' | 'provincial' | 'central';
  readonly regionId: string;
}

/** A row of `account`, with the one role that this person holds: a row of `account_role`. */
export interface AccountRow {
  readonly tenantId: string;
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  readonly role: Role;
  readonly regionId: string | null;
  readonly organizationId: string | null;
}

/** A row of `rule_set`. */
export interface RuleSetRow {
  readonly tenantId: string;
  readonly id: string;
  readonly documentNumber: string;
  readonly title: string;
  readonly issuedOn: string;
  readonly validThrough: string;
  readonly revision: number;
  readonly parameters: {
    readonly missingOpinion: 'refuse' | 'zero';
    readonly consecutiveFails: number;
    readonly banYears: number;
  };
  readonly overrides: Readonly<Record<string, CategoryOverrides>>;
  /** Words of the document by article. */
  readonly articles: Readonly<Record<string, string>>;
  readonly state: 'inForce';
  readonly inForceFrom: string;
  readonly createdBy: string;
}

/** A row of `center`. */
export interface CenterRow {
  readonly tenantId: string;
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly variant: string | null;
  readonly industry: string | null;
  readonly regionId: string;
  readonly leadOrganizationId: string;
  readonly status: 'candidate' | 'active';
  readonly announcedOn: string | null;
  readonly exitedOn: null;
}

/** A row of `center_member`. */
export interface CenterMemberRow {
  readonly tenantId: string;
  readonly centerId: string;
  readonly organizationId: string;
}

/** What rows of `service_record` and `resource` share. */
export interface SubjectRow {
  readonly tenantId: string;
  readonly id: string;
  readonly centerId: string;
  readonly title: string;
  readonly region: string | null;
  readonly industry: string | null;
  readonly link: string | null;
  readonly field: string | null;
  readonly enterprise: string | null;
  readonly enterpriseName: string | null;
  readonly sme: boolean;
  readonly aboveScale: boolean;
  readonly discounted: boolean;
  readonly evidence: readonly { readonly kind: string; readonly title: string }[];
  readonly verification: 'unverified' | 'verified' | 'rejected';
  readonly status: 'active' | 'void';
  readonly voidReason: string | null;
  readonly version: 1;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A row of `service_record`; `amount` in yuan with two decimals. */
export interface ServiceRecordRow extends SubjectRow {
  readonly year: number;
  readonly type: string;
  readonly servedOn: string;
  readonly headcount: number;
  readonly amount: string;
}

/** A row of `resource`. */
export interface ResourceRow extends SubjectRow {
  readonly kind: string;
  readonly partnerKind: string | null;
  readonly acquiredOn: string;
  readonly retiredOn: string | null;
}

/** A row of `yearly_fact`. */
export interface YearlyFactRow {
  readonly tenantId: string;
  readonly centerId: string;
  readonly year: number;
  readonly name: string;
  readonly value: string;
  readonly createdBy: string;
}

/** A row of `reference_figure`. */
export interface ReferenceFigureRow {
  readonly tenantId: string;
  readonly name: string;
  readonly industry: string;
  readonly year: number;
  readonly value: string;
  readonly source: string;
  readonly createdBy: string;
}

/** A row of `expert_profile`. */
export interface ExpertProfileRow {
  readonly tenantId: string;
  /** Of the account. */
  readonly id: string;
  readonly title: string;
  readonly fields: readonly string[];
}

/** A row of `assessment`, with what its sheets come to where they are known; `demonstration.writer` has it merged and signed. */
export interface AssessmentRow {
  readonly tenantId: string;
  readonly id: string;
  readonly centerId: string;
  readonly year: number;
  readonly purpose: 'rating';
  readonly ruleSetId: string;
  readonly state: 'open';
  readonly seed: string;
  readonly leaderId: string;
  readonly openedBy: string;
  readonly result: Omit<AssessmentResult, 'sheets'> | null;
}

/** A row of `score_sheet`, a draft until it is sealed with its scores. */
export interface ScoreSheetRow {
  readonly tenantId: string;
  readonly id: string;
  readonly assessmentId: string;
  readonly expertId: string;
}

/** A row of `expert_assignment`, open; no conflict of interest was declared. */
export interface ExpertAssignmentRow {
  readonly tenantId: string;
  readonly id: string;
  readonly assessmentId: string;
  readonly year: number;
  readonly centerId: string;
  readonly expertId: string;
  readonly assignedBy: string;
  readonly assignedAt: string;
  readonly declaredAt: string;
}

/** A row of `expert_score`. */
export interface ExpertScoreRow {
  readonly tenantId: string;
  readonly sheetId: string;
  readonly year: number;
  readonly centerId: string;
  readonly indicator: string;
  readonly criterion: string;
  readonly expertId: string;
  readonly score: string;
  readonly opinion: string;
}

/** Everything of one province, in an order in which it can be inserted. */
export interface DemoTenant {
  readonly tenant: TenantRow;
  readonly regions: readonly RegionRow[];
  readonly organizations: readonly OrganizationRow[];
  readonly accounts: readonly AccountRow[];
  readonly ruleSets: readonly RuleSetRow[];
  readonly centers: readonly CenterRow[];
  readonly centerMembers: readonly CenterMemberRow[];
  readonly serviceRecords: readonly ServiceRecordRow[];
  readonly resources: readonly ResourceRow[];
  readonly yearlyFacts: readonly YearlyFactRow[];
  readonly referenceFigures: readonly ReferenceFigureRow[];
  readonly expertProfiles: readonly ExpertProfileRow[];
  readonly assessments: readonly AssessmentRow[];
  readonly expertAssignments: readonly ExpertAssignmentRow[];
  readonly scoreSheets: readonly ScoreSheetRow[];
  readonly expertScores: readonly ExpertScoreRow[];
  /** Years for which a run can be started, earliest first: the last is the one to show. */
  readonly evaluatedYears: readonly number[];
}
