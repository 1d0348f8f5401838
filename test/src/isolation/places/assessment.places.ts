import type { Places } from './place.js';

/** The experts' assessment; versions follow the order in which the rightful callers go. */
export const ASSESSMENT_PLACES: Places = {
  'PUT /expert-profiles/{id}': {
    caller: 'provinceOfficer',
    ids: { 'path.id': 'expertProfile', 'body.regionId': 'region' },
    body: () => ({ version: 1, title: '研究员', fields: ['platform'], employers: [], regionId: null }),
  },
  'GET /expert-profiles': { caller: 'expert', ids: { 'query.after': 'expertProfile' } },
  'POST /assessments': {
    caller: 'provinceOfficer',
    ids: { 'body.centerIds': 'center' },
    body: ({ ids }) => ({ year: 2021, centerIds: [ids.center] }),
  },
  'GET /assessments': { caller: 'expert', ids: { 'query.after': 'assessment', 'query.centerId': 'center' } },
  'GET /assessments/{id}': { caller: 'expert', ids: { 'path.id': 'assessment' } },
  'POST /assessments/{id}/draws': {
    caller: 'provinceOfficer',
    ids: { 'path.id': 'formingAssessment' },
    body: () => ({ version: 1, size: 1, ownRegion: true }),
  },
  'GET /assessments/{id}/draw-verification': { caller: 'auditor', ids: { 'path.id': 'formingAssessment' } },
  'PUT /assessments/{id}/confirmed-figures': {
    caller: 'expert',
    ids: { 'path.id': 'assessment' },
    body: () => ({ version: 2, figures: {} }),
  },
  'POST /assessments/{id}/findings': {
    caller: 'expert',
    ids: { 'path.id': 'assessment', 'body.fileIds': 'evidenceFile' },
    body: () => ({ visitedOn: '2025-06-01', people: ['张三'], finding: '与申报一致', fileIds: [] }),
  },
  'POST /assessments/{id}/leader': {
    caller: 'provinceOfficer',
    ids: { 'path.id': 'assessment', 'body.expertId': 'expert' },
    body: ({ ids }) => ({ version: 4, expertId: ids.expert }),
  },
  'GET /score-sheets': { caller: 'expert', ids: { 'query.after': 'scoreSheet' } },
  'GET /score-sheets/{id}': { caller: 'expert', ids: { 'path.id': 'scoreSheet' } },
  'POST /score-sheets/{id}/submission': {
    caller: 'expert',
    ids: { 'path.id': 'scoreSheet' },
    body: () => ({ version: 1 }),
  },
  'GET /assessments/{id}/scores': { caller: 'provinceOfficer', ids: { 'path.id': 'mergedAssessment' } },
  'POST /assessments/{id}/signature': {
    caller: 'expert',
    ids: { 'path.id': 'signableAssessment' },
    body: () => ({ version: 3, conclusion: '同意' }),
  },
  'POST /assessments/{id}/cancellation': {
    caller: 'provinceOfficer',
    ids: { 'path.id': 'idleAssessment' },
    body: () => ({ version: 1, reason: '不再需要' }),
  },
  'GET /expert-assignments/{id}': { caller: 'expert', ids: { 'path.id': 'openInvitation' } },
  'POST /expert-assignments/{id}/declaration': {
    caller: 'expert',
    ids: { 'path.id': 'openInvitation' },
    body: () => ({ conflict: null }),
  },
  'POST /expert-assignments/{id}/recusal': {
    caller: 'expert',
    ids: { 'path.id': 'recusableAssignment' },
    body: () => ({ reason: '不便参加' }),
  },
};
