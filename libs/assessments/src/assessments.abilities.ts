import type {} from '@shucu/documents';
import type { AbilityDeclaration } from '@shucu/permissions';

declare module '@shucu/permissions' {
  interface Subjects {
    ExpertProfile: 'read' | 'update';
    Assessment: 'read' | 'open' | 'draw' | 'appointLeader' | 'contribute' | 'sign' | 'cancel';
    ScoreSheet: 'read' | 'submit';
    /** Whose sheet it is. */
    ScoreSheetAuthor: 'read';
    ExpertAssignment: 'read' | 'create' | 'end' | 'declare' | 'recuse';
    ExpertScore: 'create';
    ExpertDraw: 'read';
  }
}

/**
 * The province keeps the pool, draws and appoints; each expert sees and scores what is assigned, while it is. The province reads
 * merged scores without names: who gave which, the auditor alone can see (第十二条).
 */
export const ASSESSMENT_ABILITIES: AbilityDeclaration = {
  provinceAdministrator: (grant) => {
    grant('read', 'ExpertAssignment');
    grant('read', 'ExpertProfile');
    grant('read', 'Assessment');
  },
  provinceOfficer: (grant) => {
    grant(['read', 'create', 'end', 'recuse'], 'ExpertAssignment');
    grant(['read', 'update'], 'ExpertProfile');
    grant(['read', 'open', 'draw', 'appointLeader', 'cancel'], 'Assessment');
    grant('read', 'ScoreSheet');
    grant('read', 'ExpertDraw');
  },
  expert: (grant, { accountId }) => {
    const assigned = { conditions: { assignedExpertId: accountId } };
    grant(['read', 'declare', 'recuse'], 'ExpertAssignment', assigned);
    grant('read', 'ExpertProfile', assigned);
    grant(['read', 'contribute', 'sign'], 'Assessment', assigned);
    grant('submit', 'ScoreSheet', assigned);
    grant('create', 'ExpertScore', assigned);
  },
  auditor: (grant) => {
    grant('read', 'ExpertAssignment');
    grant('read', 'ExpertProfile');
    grant('read', 'Assessment');
    grant('read', 'ScoreSheet');
    grant('read', 'ScoreSheetAuthor');
    grant('read', 'Document', { conditions: { confidential: true } });
    grant('read', 'ExpertDraw');
  },
};
