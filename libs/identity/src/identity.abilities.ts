import type { AbilityDeclaration } from '@shucu/permissions';

declare module '@shucu/permissions' {
  interface Subjects {
    /** One's own account: who I am, my sessions, password, second factor and tokens. */
    Self: 'read' | 'update';
    Account: 'read' | 'create' | 'update';
    ApiToken: 'read' | 'update';
    SecurityPolicy: 'read' | 'update';
    IdentityProvider: 'read' | 'create' | 'update';
  }
}

const CONTACT = ['email', 'phone'];

/**
 * Accounts, tokens, policy and single sign-on are security administration, which alone sees contact data; the auditor and
 * the officers see who there is. The platform operator keeps the operators of the platform.
 */
export const IDENTITY_ABILITIES: AbilityDeclaration = {
  everybody: (grant) => grant(['read', 'update'], 'Self'),
  provinceAdministrator: (grant, { duties }) => {
    grant('read', 'Account');
    if (!duties.includes('security')) return;
    grant(['read', 'create', 'update'], 'Account', { unmasked: CONTACT });
    grant(['read', 'update'], 'ApiToken');
    grant(['read', 'update'], 'SecurityPolicy');
    grant(['read', 'create', 'update'], 'IdentityProvider');
  },
  provinceOfficer: (grant) => grant('read', 'Account'),
  auditor: (grant) => {
    grant('read', 'Account');
    grant('read', 'ApiToken');
    grant('read', 'SecurityPolicy');
    grant('read', 'IdentityProvider');
  },
  platformOperator: (grant) => {
    grant(['read', 'create', 'update'], 'Account', { unmasked: CONTACT });
    grant(['read', 'update'], 'ApiToken');
    grant(['read', 'update'], 'SecurityPolicy');
  },
};
