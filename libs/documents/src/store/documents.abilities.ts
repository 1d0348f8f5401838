import type { AbilityDeclaration } from '@shucu/permissions';

declare module '@shucu/permissions' {
  interface Subjects {
    Document: 'read';
    DocumentTemplate: 'read' | 'create' | 'enterIntoForce';
  }
}

const OPEN = { confidential: false };
/** Given out to everybody of the tenant: notices, announcements. */
const PUBLISHED = { conditions: { public: true, released: true } };

/**
 * Documents are the province's, a bureau's by region, and an operator's once they are given out; public ones are everybody's.
 * Templates are system administration.
 */
export const DOCUMENT_ABILITIES: AbilityDeclaration = {
  provinceAdministrator: (grant, { duties }) => {
    grant('read', 'Document', { conditions: OPEN });
    grant('read', 'DocumentTemplate');
    if (duties.includes('system')) grant(['create', 'enterIntoForce'], 'DocumentTemplate');
  },
  provinceOfficer: (grant) => {
    grant('read', 'Document', { conditions: OPEN });
    grant('read', 'DocumentTemplate');
  },
  cityOfficer: (grant, { regionId }) => {
    grant('read', 'Document', PUBLISHED);
    if (regionId) grant('read', 'Document', { conditions: { regionId, ...OPEN } });
  },
  centerOperator: (grant, { organizationId, accountId }) => {
    grant('read', 'Document', PUBLISHED);
    grant('read', 'Document', { conditions: { accountId, released: true } });
    if (!organizationId) return;
    grant('read', 'Document', { conditions: { leadOrganizationId: organizationId, released: true, ...OPEN } });
  },
  expert: (grant, { accountId }) => {
    grant('read', 'Document', PUBLISHED);
    grant('read', 'Document', { conditions: { accountId } });
  },
  auditor: (grant) => {
    grant('read', 'Document', { conditions: OPEN });
    grant('read', 'DocumentTemplate');
  },
};
