import type { AbilityDeclaration, Grant } from '@shucu/permissions';

declare module '@shucu/permissions' {
  interface Subjects {
    LegalCalendar: 'read' | 'update';
  }
}

const read = (grant: Grant): void => grant('read', 'LegalCalendar');

/** Everybody who is held to a deadline may see by what days it runs; to enter days is system administration. */
export const CALENDAR_ABILITIES: AbilityDeclaration = {
  provinceAdministrator: (grant, { duties }) => {
    read(grant);
    if (duties.includes('system')) grant('update', 'LegalCalendar');
  },
  provinceOfficer: read,
  cityOfficer: read,
  centerOperator: read,
  expert: read,
  auditor: read,
  platformOperator: read,
};
