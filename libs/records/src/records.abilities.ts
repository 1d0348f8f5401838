import type { AbilityDeclaration, Extent, Grant } from '@shucu/permissions';

declare module '@shucu/permissions' {
  interface Subjects {
    ServiceRecord: 'read' | 'create' | 'update' | 'verify';
    Resource: 'read' | 'create' | 'update' | 'verify';
    YearlyFact: 'read' | 'create';
    ReferenceFigure: 'read' | 'create';
    /** Hints are for those who examine a center, never for the center. */
    Hint: 'read';
  }
}

function readRecords(grant: Grant, extent?: Extent): void {
  grant('read', 'ServiceRecord', extent);
  grant('read', 'Resource', extent);
  grant('read', 'YearlyFact', extent);
}

/** Operators record, the bureau of the region verifies (第四条 日常监管), the province keeps the reference figures. */
export const RECORD_ABILITIES: AbilityDeclaration = {
  provinceAdministrator: (grant) => {
    readRecords(grant);
    grant('read', 'Hint');
    grant('read', 'ReferenceFigure');
  },
  provinceOfficer: (grant) => {
    readRecords(grant);
    grant('read', 'Hint');
    grant(['read', 'create'], 'ReferenceFigure');
  },
  cityOfficer: (grant, { regionId }) => {
    if (!regionId) return;
    const inRegion = { conditions: { regionId } };
    readRecords(grant, inRegion);
    grant('verify', 'ServiceRecord', inRegion);
    grant('verify', 'Resource', inRegion);
    grant('read', 'Hint', inRegion);
    grant('read', 'ReferenceFigure');
  },
  centerOperator: (grant, { organizationId }) => {
    if (!organizationId) return;
    const own = { conditions: { leadOrganizationId: organizationId } };
    readRecords(grant, own);
    grant(['create', 'update'], 'ServiceRecord', own);
    grant(['create', 'update'], 'Resource', own);
    grant('create', 'YearlyFact', own);
  },
  expert: (grant, { accountId }) => grant('read', 'Hint', { conditions: { assignedExpertId: accountId } }),
  auditor: (grant) => {
    readRecords(grant);
    grant('read', 'Hint');
    grant('read', 'ReferenceFigure');
  },
};
