import { idOf } from '../basis/identifiers.js';
import { creditCodeOf } from '../enterprises/legal-person.js';
import type { CenterDefinition, ProvinceDefinition } from '../provinces/province.types.js';
import type { CenterRow, DemoTenant, OrganizationRow, RegionRow, RuleSetRow, TenantRow } from '../rows.types.js';
import { accountsOf } from './accounts.js';
import { type TenantIds, tenantIds } from './ids.js';

/** A tenant without its records: who and what there is, and the rules. */
export type TenantFrame = Pick<
  DemoTenant,
  'tenant' | 'regions' | 'organizations' | 'accounts' | 'ruleSets' | 'centers' | 'centerMembers'
>;

/** The rows of a province before anything is recorded. */
export function tenantFrame(province: ProvinceDefinition, seed: string): TenantFrame {
  const ids = tenantIds(province.code);
  return {
    tenant: tenantRow(province, ids),
    regions: regionRows(province, ids),
    organizations: organizationRows(province, ids),
    accounts: accountsOf(province, ids, seed),
    ruleSets: [ruleSetRow(province, ids)],
    centers: province.centers.map((center) => centerRow(center, ids)),
    centerMembers: province.centers.flatMap(({ key, members }) =>
      members.map((member) => ({
        tenantId: ids.tenantId,
        centerId: ids.center(key),
        organizationId: ids.organization(member),
      })),
    ),
  };
}

function tenantRow({ code, name, department, documentPrefix }: ProvinceDefinition, { tenantId }: TenantIds): TenantRow {
  return { id: tenantId, code, name, department, documentPrefix, status: 'active' };
}

function regionRows({ regions }: ProvinceDefinition, ids: TenantIds): RegionRow[] {
  return regions.map(({ key, name, bureau, divisionCode }) => ({
    tenantId: ids.tenantId,
    id: ids.region(key),
    name,
    bureau,
    divisionCode,
  }));
}

function organizationRows({ organizations }: ProvinceDefinition, ids: TenantIds): OrganizationRow[] {
  return organizations.map(({ key, name, kind, ownership, region, division }) => ({
    tenantId: ids.tenantId,
    id: ids.organization(key),
    creditCode: creditCodeOf(kind, name, division),
    name,
    kind,
    ownership,
    regionId: ids.region(region),
  }));
}

function ruleSetRow({ code, ruleSet, people }: ProvinceDefinition, ids: TenantIds): RuleSetRow {
  return {
    tenantId: ids.tenantId,
    id: idOf(code, 'rule-set', ruleSet.documentNumber),
    ...ruleSet,
    revision: 1,
    parameters: { missingOpinion: 'refuse', consecutiveFails: 2, banYears: 2 },
    state: 'inForce',
    inForceFrom: ruleSet.issuedOn,
    createdBy: ids.account('provinceAdministrator', people.administrator),
  };
}

function centerRow(
  { key, name, category, variant, industry, region, lead, announcedOn }: CenterDefinition,
  ids: TenantIds,
): CenterRow {
  return {
    tenantId: ids.tenantId,
    id: ids.center(key),
    name,
    category,
    variant,
    industry,
    regionId: ids.region(region),
    leadOrganizationId: ids.organization(lead),
    status: announcedOn ? 'active' : 'candidate',
    announcedOn,
    exitedOn: null,
  };
}
