import type { AbilityDeclaration, Grant } from '@shucu/permissions';

declare module '@shucu/permissions' {
  interface Subjects {
    RatingRun: 'read' | 'start' | 'finalise' | 'publish';
    Rating: 'read';
  }
}

function readAll(grant: Grant): void {
  grant('read', 'RatingRun');
  grant('read', 'Rating');
}

/** The province rates (第十六条); a bureau sees its region's ratings, an operator the own ones once they are given out. */
export const RATING_ABILITIES: AbilityDeclaration = {
  provinceAdministrator: readAll,
  provinceOfficer: (grant) => {
    readAll(grant);
    grant(['start', 'finalise', 'publish'], 'RatingRun');
  },
  cityOfficer: (grant, { regionId }) => {
    if (regionId) grant('read', 'Rating', { conditions: { regionId } });
  },
  centerOperator: (grant, { organizationId }) => {
    if (!organizationId) return;
    grant('read', 'Rating', { conditions: { leadOrganizationId: organizationId, released: true } });
  },
  auditor: readAll,
};
