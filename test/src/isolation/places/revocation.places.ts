import { statutoryDateOf } from '@shucu/kernel';
import type { Places } from './place.js';

/** Cases of revocation, from the opening to the reversal. */
export const REVOCATION_PLACES: Places = {
  'POST /revocation-cases': {
    caller: 'provinceOfficer',
    ids: { 'body.centerId': 'center', 'body.facts.evidence': 'evidenceFile' },
    body: ({ ids }) => ({
      centerId: ids.center,
      ground: 'nonCooperation',
      facts: [{ statement: '拒不配合评估。', evidence: [ids.evidenceFile] }],
    }),
  },
  'GET /revocation-cases': {
    caller: 'provinceOfficer',
    ids: { 'query.after': 'statementCase', 'query.centerId': 'center' },
  },
  'GET /revocation-cases/{id}': { caller: 'provinceOfficer', ids: { 'path.id': 'statementCase' } },
  'PUT /revocation-cases/{id}/facts': {
    caller: 'provinceOfficer',
    ids: { 'path.id': 'revocationCase', 'body.facts.evidence': 'evidenceFile' },
    body: ({ ids }) => ({ version: 1, facts: [{ statement: '虚报服务记录。', evidence: [ids.evidenceFile] }] }),
  },
  'POST /revocation-cases/{id}/invitation': {
    caller: 'provinceOfficer',
    ids: { 'path.id': 'revocationCase' },
    body: () => ({ version: 2 }),
  },
  'POST /revocation-cases/{id}/statement': {
    caller: 'centerOperator',
    ids: { 'path.id': 'statementCase', 'body.evidence': 'evidenceFile' },
    body: ({ ids }) => ({ version: 1, statement: '正在恢复运营。', evidence: [ids.evidenceFile] }),
  },
  'POST /revocation-cases/{id}/decision': {
    caller: 'secondOfficer',
    ids: { 'path.id': 'statementCase' },
    body: () => ({ version: 2, decision: 'dismiss', reason: '证据不足。' }),
  },
  'POST /revocation-cases/{id}/reversal': {
    caller: 'provinceOfficer',
    ids: { 'path.id': 'revokedCase' },
    body: () => ({
      ...{ version: 2, kind: 'court', authority: '兰州市中级人民法院', title: '行政判决书' },
      ...{ number: '（2026）甘01行终1号', decidedOn: statutoryDateOf(new Date()), reason: '原决定认定事实不清。' },
    }),
  },
};
