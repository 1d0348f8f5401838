import type { Places } from './place.js';

const year = 2025;

/** What experts are assigned and score. */
export const EXPERT_PLACES: Places = {
  'PUT /expert-scores': {
    caller: 'expert',
    ids: { 'body.centerId': 'center' },
    body: ({ ids, judged }) => ({ centerId: ids.center, year, ...judged, score: 90, opinion: '较好' }),
  },
  'GET /expert-scores': { caller: 'expert', ids: {}, query: `year=${year}` },
  'POST /expert-assignments': {
    caller: 'provinceOfficer',
    ids: { 'body.centerId': 'center', 'body.expertId': 'expert' },
    body: ({ ids }) => ({ centerId: ids.center, year: 2024, expertId: ids.expert }),
  },
  'GET /expert-assignments': {
    caller: 'expert',
    ids: { 'query.after': 'expertAssignment', 'query.centerId': 'center', 'query.expertId': 'expert' },
  },
  'POST /expert-assignments/{id}/end': { caller: 'provinceOfficer', ids: { 'path.id': 'expertAssignment' } },
};
