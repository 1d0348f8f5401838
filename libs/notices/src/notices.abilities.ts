import type { AbilityDeclaration, Grant } from '@shucu/permissions';

declare module '@shucu/permissions' {
  interface Subjects {
    PublicNotice: 'read' | 'publish';
    Objection: 'read' | 'create' | 'decide';
    Announcement: 'read' | 'create';
  }
}

/** Contact data of whoever objects. */
const OBJECTOR = ['identityNumber', 'phone', 'email'] as const;

/**
 * The province publishes, answers objections and announces (第十三条、第十四条). What is published is everybody's to read; an objection is
 * the province's and of the person who filed it, not of the center that it is about.
 */
export const NOTICE_ABILITIES: AbilityDeclaration = {
  provinceAdministrator: (grant) => {
    readPublished(grant);
    grant('read', 'Objection');
  },
  provinceOfficer: (grant) => {
    readPublished(grant);
    grant('publish', 'PublicNotice');
    grant(['read', 'decide'], 'Objection', { unmasked: OBJECTOR });
    grant('create', 'Announcement');
  },
  cityOfficer: (grant) => readPublished(grant),
  centerOperator: (grant, { accountId }) => {
    readPublished(grant);
    grant('create', 'Objection');
    grant('read', 'Objection', { conditions: { accountId }, unmasked: OBJECTOR });
  },
  expert: (grant) => readPublished(grant),
  auditor: (grant) => {
    readPublished(grant);
    grant('read', 'Objection', { unmasked: OBJECTOR });
  },
};

function readPublished(grant: Grant): void {
  grant('read', 'PublicNotice');
  grant('read', 'Announcement');
}
