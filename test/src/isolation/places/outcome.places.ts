import { untilComputed } from '../world.js';
import type { Place, Places } from './place.js';

/** A step of the run that is not final yet; every call before it has made one version. */
function step(caller: Place['caller'], version: number): Place {
  return { caller, ids: { 'path.id': 'run' }, body: () => ({ version }) };
}

/** A rating report is no document of an expert's. */
const REPORT_READERS = [
  'provinceAdministrator',
  'provinceOfficer',
  'cityOfficer',
  'centerOperator',
  'auditor',
] as const satisfies Place['readers'];

/** Ratings and documents. */
export const OUTCOME_PLACES: Places = {
  'GET /rating-runs': { caller: 'provinceOfficer', ids: {} },
  'GET /rating-runs/{id}': { caller: 'provinceOfficer', ids: { 'path.id': 'run' } },
  'POST /rating-runs/{id}/computation': {
    caller: 'provinceOfficer',
    ids: { 'path.id': 'run' },
    body: () => ({ version: 2 }),
    settle: ({ as, ids }) => untilComputed(as('provinceOfficer'), ids.run),
  },
  'GET /rating-runs/{id}/flags': { caller: 'provinceOfficer', ids: { 'path.id': 'run' } },
  'POST /rating-runs/{id}/remarks': {
    caller: 'provinceOfficer',
    ids: { 'path.id': 'run', 'body.centerId': 'center' },
    body: ({ ids }) => ({ version: 4, centerId: ids.center, kind: 'nonCooperation', reason: '拒不提供原始记录。' }),
  },
  'POST /rating-runs/{id}/remarks/{remarkId}/withdrawal': {
    caller: 'provinceOfficer',
    ids: { 'path.id': 'run', 'path.remarkId': 'ratingRemark' },
    body: () => ({ version: 5, reason: '资料已经补交。' }),
  },
  'GET /rating-objections': {
    caller: 'centerOperator',
    ids: { 'query.after': 'ratingObjection', 'query.centerId': 'center' },
  },
  'GET /rating-objections/{id}': { caller: 'centerOperator', ids: { 'path.id': 'ratingObjection' } },
  'POST /rating-objections/{id}/withdrawal': {
    caller: 'centerOperator',
    ids: { 'path.id': 'otherRatingObjection' },
    body: () => ({ version: 1, reason: '已经核对，没有异议。' }),
  },
  'POST /rating-objections/{id}/answer': {
    caller: 'provinceOfficer',
    ids: { 'path.id': 'ratingObjection' },
    body: () => ({ version: 1, decision: 'reject', answer: '记录已经全部计入。' }),
  },
  'POST /rating-runs/{id}/review': step('provinceOfficer', 6),
  'POST /rating-runs/{id}/disclosure': step('provinceOfficer', 7),
  'POST /rating-runs/{id}/finalisation': step('secondOfficer', 8),
  'POST /rating-runs/{id}/publication': step('provinceOfficer', 9),
  'GET /ratings': { caller: 'centerOperator', ids: { 'query.after': 'rating', 'query.centerId': 'center' } },
  'GET /ratings/{id}': { caller: 'centerOperator', ids: { 'path.id': 'rating' } },
  'GET /ratings/{id}/measures/{measure}/records': {
    caller: 'centerOperator',
    ids: { 'path.id': 'rating', 'query.after': 'serviceRecord' },
    segments: { measure: 'trainees' },
  },
  'GET /ratings/{id}/versions': { caller: 'centerOperator', ids: { 'path.id': 'rating' } },
  'GET /ratings/{id}/versions/{version}': {
    caller: 'centerOperator',
    ids: { 'path.id': 'rating' },
    segments: { version: '1' },
  },
  'POST /ratings/{id}/objections': {
    caller: 'centerOperator',
    ids: { 'path.id': 'rating', 'body.evidence': 'evidenceFile' },
    body: ({ ids }) => ({ objection: '漏计一次培训。', evidence: [ids.evidenceFile] }),
  },
  'POST /ratings/{id}/correction': {
    caller: 'secondOfficer',
    ids: { 'path.id': 'rating' },
    body: () => ({ version: 1, reason: '依行政判决更正。', stated: { outcome: 'excellent', total: '95' } }),
  },
  'GET /documents': { caller: 'centerOperator', ids: { 'query.after': 'document', 'query.centerId': 'center' } },
  'GET /documents/{id}': { caller: 'centerOperator', ids: { 'path.id': 'document' }, readers: REPORT_READERS },
  'GET /documents/{id}/content/{form}': {
    caller: 'centerOperator',
    ids: { 'path.id': 'document' },
    readers: REPORT_READERS,
    segments: { form: 'pdf' },
  },
};
