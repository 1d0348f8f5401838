import type { AbilityDeclaration } from '@shucu/permissions';

declare module '@shucu/permissions' {
  interface Subjects {
    Round: 'read' | 'create' | 'update';
    Application:
      | 'read'
      | 'create'
      | 'update'
      | 'signOff'
      | 'submit'
      | 'withdraw'
      | 'override'
      // Granted by the reviews: an interface cannot have its property extended elsewhere.
      | 'follow'
      | 'inspect'
      | 'review'
      | 'return'
      | 'recommend'
      | 'reject'
      | 'accept'
      | 'conclude';
  }
}

/** Personal fields of the application form. */
const CONTACT = ['contactPhone', 'contactEmail'] as const;

/**
 * The lead fills in and, where its operator has that duty, submits; a member reads and signs off. A bureau reads its region's, the
 * province all, an expert the assigned, without the contact's personal data.
 */
export const APPLICATION_ABILITIES: AbilityDeclaration = {
  provinceAdministrator: (grant) => {
    grant('read', 'Round');
    grant('read', 'Application');
  },
  provinceOfficer: (grant) => {
    grant(['read', 'create', 'update'], 'Round');
    grant('read', 'Application', { unmasked: CONTACT });
    grant('override', 'Application');
  },
  cityOfficer: (grant, { regionId }) => {
    grant('read', 'Round');
    if (regionId) grant('read', 'Application', { conditions: { regionId }, unmasked: CONTACT });
  },
  centerOperator: (grant, { organizationId, duties }) => {
    grant('read', 'Round');
    if (!organizationId) return;
    const lead = { conditions: { leadOrganizationId: organizationId }, unmasked: CONTACT };
    const member = { conditions: { memberOrganizationId: organizationId }, unmasked: CONTACT };
    grant(['read', 'create', 'update'], 'Application', lead);
    grant('read', 'Application', member);
    if (!duties.includes('submission')) return;
    grant(['submit', 'withdraw'], 'Application', lead);
    grant('signOff', 'Application', member);
  },
  expert: (grant, { accountId }) => {
    grant('read', 'Round');
    grant('read', 'Application', { conditions: { assignedExpertId: accountId } });
  },
  auditor: (grant) => {
    grant('read', 'Round');
    grant('read', 'Application');
  },
};
