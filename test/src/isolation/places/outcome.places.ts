import { untilComputed } from '../world.js';
import type { Places } from './place.js';

/** Ratings, revocations and documents. */
export const OUTCOME_PLACES: Places = {
  'GET /rating-runs': { caller: 'provinceOfficer', ids: {} },
  'GET /rating-runs/{id}': { caller: 'provinceOfficer', ids: { 'path.id': 'run' } },
  'POST /rating-runs/{id}/computation': {
    caller: 'provinceOfficer',
    ids: { 'path.id': 'run' },
    settle: ({ as, ids }) => untilComputed(as('provinceOfficer'), ids.run),
  },
  'POST /rating-runs/{id}/review': { caller: 'provinceOfficer', ids: { 'path.id': 'run' } },
  'POST /rating-runs/{id}/finalisation': { caller: 'secondOfficer', ids: { 'path.id': 'run' } },
  'POST /rating-runs/{id}/publication': { caller: 'provinceOfficer', ids: { 'path.id': 'run' } },
  'GET /ratings': { caller: 'centerOperator', ids: { 'query.after': 'rating', 'query.centerId': 'center' } },
  'GET /ratings/{id}': { caller: 'centerOperator', ids: { 'path.id': 'rating' } },
  'GET /ratings/{id}/measures/{measure}/records': {
    caller: 'centerOperator',
    ids: { 'path.id': 'rating', 'query.after': 'serviceRecord' },
    segments: { measure: 'trainees' },
  },
  'POST /revocation-cases': {
    caller: 'provinceOfficer',
    ids: { 'body.centerId': 'center' },
    body: ({ ids }) => ({ centerId: ids.center, ground: 'nonCooperation', facts: [{ statement: '拒不配合评估。' }] }),
  },
  'GET /revocation-cases': { caller: 'provinceOfficer', ids: { 'query.after': 'revocationCase' } },
  'GET /revocation-cases/{id}': { caller: 'provinceOfficer', ids: { 'path.id': 'revocationCase' } },
  'POST /revocation-cases/{id}/decision': {
    caller: 'secondOfficer',
    ids: { 'path.id': 'revocationCase' },
    body: () => ({ decision: 'dismiss', reason: '证据不足。' }),
  },
  'GET /documents': { caller: 'centerOperator', ids: { 'query.after': 'document', 'query.centerId': 'center' } },
  'GET /documents/{id}': { caller: 'centerOperator', ids: { 'path.id': 'document' } },
  'GET /documents/{id}/content/{form}': {
    caller: 'centerOperator',
    ids: { 'path.id': 'document' },
    segments: { form: 'pdf' },
  },
};
