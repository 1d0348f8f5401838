import type { Places } from './place.js';

const CONTACT = { name: '数字化处', phone: '0931-8888888' };
const PERSON = {
  ...{ objectorKind: 'person', objectorName: '张三', identityNumber: '11010519491231002X' },
  ...{ phone: '13800000000', content: '人数不实。' },
};

/** Public notices, objections and announcements. */
export const NOTICE_PLACES: Places = {
  'GET /public-notices': {
    caller: 'provinceOfficer',
    ids: { 'query.after': 'notice' },
    shared: ['query.after'],
    grows: true,
  },
  'GET /public-notices/{id}': { caller: 'auditor', ids: { 'path.id': 'notice' }, shared: ['path.id'] },
  'POST /public-notices/{id}/objections': {
    caller: 'centerOperator',
    ids: { 'path.id': 'notice', 'body.applicationId': 'contested', 'body.fileIds': 'evidenceFile' },
    shared: ['path.id', 'body.applicationId'],
    body: ({ ids }) => ({ ...PERSON, applicationId: ids.contested, fileIds: [ids.evidenceFile] }),
  },
  'GET /objections': {
    caller: 'provinceOfficer',
    ids: { 'query.after': 'objection', 'query.noticeId': 'notice' },
    shared: ['query.noticeId'],
    grows: true,
  },
  'GET /objections/{id}': { caller: 'centerOperator', ids: { 'path.id': 'objection' } },
  'POST /objections/{id}/decision': {
    caller: 'provinceOfficer',
    ids: { 'path.id': 'objection' },
    body: () => ({ version: 1, decision: 'dismissed', findings: '经核查。', answer: '不成立。' }),
  },
  'POST /public-notices': {
    caller: 'provinceOfficer',
    ids: { 'body.candidates.applicationId': 'proposed', 'body.renews.noticeId': 'renewedNotice' },
    body: ({ ids }) => ({
      candidates: [{ applicationId: ids.proposed, version: 3 }],
      contact: CONTACT,
      renews: { noticeId: ids.renewedNotice, reason: '更正后重新公示。' },
    }),
  },
  'POST /announcements': {
    caller: 'provinceOfficer',
    ids: { 'body.candidates.applicationId': 'cleared' },
    body: ({ ids }) => ({ candidates: [{ applicationId: ids.cleared, version: 2 }] }),
  },
  'GET /applications/{id}/case-file': { caller: 'auditor', ids: { 'path.id': 'contested' }, grows: true },
  'GET /revocation-cases/{id}/case-file': { caller: 'auditor', ids: { 'path.id': 'revocationCase' }, grows: true },
  'GET /announcements': {
    caller: 'provinceOfficer',
    ids: { 'query.after': 'announcement' },
    shared: ['query.after'],
    grows: true,
  },
  'GET /announcements/{id}': { caller: 'expert', ids: { 'path.id': 'announcement' }, shared: ['path.id'] },
};
