import type { AbilityDeclaration, Grant } from '@shucu/permissions';

declare module '@shucu/permissions' {
  interface Subjects {
    RatingRun: 'read' | 'start' | 'remark' | 'finalise' | 'publish';
    Rating: 'read' | 'object' | 'correct';
    RatingObjection: 'read' | 'answer' | 'withdraw';
  }
}

function readAll(grant: Grant): void {
  grant('read', 'RatingRun');
  grant('read', 'Rating');
  grant('read', 'RatingObjection');
}

/**
 * The province rates (第十六条); a bureau sees its region's ratings, an operator the own ones once they are given out; who binds the
 * center objects.
 */
export const RATING_ABILITIES: AbilityDeclaration = {
  provinceAdministrator: readAll,
  provinceOfficer: (grant) => {
    readAll(grant);
    grant(['start', 'remark', 'finalise', 'publish'], 'RatingRun');
    grant('correct', 'Rating');
    grant('answer', 'RatingObjection');
  },
  cityOfficer: (grant, { regionId }) => {
    if (!regionId) return;
    grant('read', 'Rating', { conditions: { regionId } });
    grant('read', 'RatingObjection', { conditions: { regionId } });
  },
  centerOperator: (grant, { organizationId, duties }) => {
    if (!organizationId) return;
    const own = { conditions: { leadOrganizationId: organizationId } };
    const released = { conditions: { leadOrganizationId: organizationId, released: true } };
    grant('read', 'Rating', released);
    grant('read', 'RatingObjection', own);
    if (!duties.includes('submission')) return;
    grant('object', 'Rating', released);
    grant('withdraw', 'RatingObjection', own);
  },
  auditor: readAll,
};
