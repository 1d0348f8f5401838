import { Random } from '../basis/random.js';
import { personNames } from '../names/person-names.js';
import type { ProvinceDefinition } from '../provinces/province.types.js';
import type { AccountRow } from '../rows.types.js';
import type { TenantIds } from './ids.js';

/** The province's people, and one operator for each center's lead. */
export function accountsOf({ people, centers, code }: ProvinceDefinition, ids: TenantIds, seed: string): AccountRow[] {
  const person = (
    login: string,
    role: AccountRow['role'],
    displayName: string,
    place: Partial<AccountRow> = {},
  ): AccountRow => ({
    tenantId: ids.tenantId,
    id: ids.account(role, displayName),
    login,
    displayName,
    role,
    regionId: null,
    organizationId: null,
    ...place,
  });
  const operators = personNames(new Random(`${seed}/${code}/operators`), centers.length);
  return [
    person('admin', 'provinceAdministrator', people.administrator),
    ...people.officers.map((name, at) => person(`officer${at + 1}`, 'provinceOfficer', name)),
    ...people.cityOfficers.map(({ name, region }) =>
      person(`city.${region}`.toLowerCase(), 'cityOfficer', name, { regionId: ids.region(region) }),
    ),
    ...people.experts.map(({ name, organization }, at) =>
      person(`expert${at + 1}`, 'expert', name, { organizationId: ids.organization(organization) }),
    ),
    person('auditor', 'auditor', people.auditor),
    ...centers.map(({ lead }, index) => ({
      ...person(`operator${index + 1}`, 'centerOperator', operators[index] ?? lead, {
        organizationId: ids.organization(lead),
      }),
      id: ids.account('centerOperator', lead),
    })),
  ];
}
