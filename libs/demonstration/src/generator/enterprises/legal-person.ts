import { creditCode, type Registration } from '../basis/credit-code.js';
import { Random } from '../basis/random.js';
import type { OrganizationRow } from '../rows.types.js';

const REGISTRATIONS: Readonly<Record<OrganizationRow['kind'], Registration>> = {
  enterprise: '91',
  university: '12',
  researchInstitute: '12',
  industryAssociation: '51',
};

/** The credit code of a legal person, which is the same wherever it is named. */
export function creditCodeOf(kind: OrganizationRow['kind'], name: string, division: string): string {
  return creditCode(new Random(`legal-person/${name}`), REGISTRATIONS[kind], division);
}
