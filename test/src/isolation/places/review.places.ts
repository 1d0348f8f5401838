import { statutoryDateOf } from '@shucu/kernel';
import { VISIT } from '../../harness/review-steps.js';
import type { Places } from './place.js';

const version = 1;
const reason = '经研究决定。';

/** The reviews of applications: by the bureau, by the province, and what the applicant answers. */
export const REVIEW_PLACES: Places = {
  'GET /applications/{id}/course': { caller: 'centerOperator', ids: { 'path.id': 'returned' } },
  'PUT /applications/{id}/preliminary-review': {
    caller: 'cityOfficer',
    ids: { 'path.id': 'verifiable' },
    body: () => ({ version, items: [], opinion: '材料属实。' }),
  },
  'POST /applications/{id}/site-visits': {
    caller: 'cityOfficer',
    ids: { 'path.id': 'visitable', 'body.photos': 'evidenceFile' },
    body: ({ ids }) => ({ version, ...VISIT, visitedOn: statutoryDateOf(new Date()), photos: [ids.evidenceFile] }),
  },
  'POST /applications/{id}/recommendation': {
    caller: 'cityOfficer',
    ids: { 'path.id': 'recommendable' },
    body: () => ({ version: 3, reason }),
  },
  'POST /applications/{id}/return': {
    caller: 'cityOfficer',
    ids: { 'path.id': 'returnable' },
    body: () => ({ version, reason, remarks: [{ place: 'plan.goals', fault: '不明确。', demand: '请量化。' }] }),
  },
  'POST /applications/{id}/rejection': {
    caller: 'cityOfficer',
    ids: { 'path.id': 'rejectable' },
    body: () => ({ version, reason }),
  },
  'PUT /applications/{id}/formal-review': {
    caller: 'provinceOfficer',
    ids: { 'path.id': 'checkable' },
    body: () => ({ version, items: [{ item: 'materials', conclusion: 'pass' }] }),
  },
  'POST /applications/{id}/acceptance': {
    caller: 'provinceOfficer',
    ids: { 'path.id': 'acceptable' },
    body: () => ({ version: 2 }),
  },
  'POST /applications/{id}/conclusion': {
    caller: 'provinceOfficer',
    ids: { 'path.id': 'concludable' },
    body: () => ({ version, passed: true, reason }),
  },
  'POST /applications/{id}/remark-answers': {
    caller: 'centerOperator',
    ids: { 'path.id': 'returned', 'body.answers.remarkId': 'remark' },
    body: ({ ids }) => ({ version, answers: [{ remarkId: ids.remark, answer: '已量化。' }] }),
  },
};
