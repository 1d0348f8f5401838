import type { Places } from './place.js';

/** What a tenant sets up for itself, and its audit log. */
export const ADMINISTRATION_PLACES: Places = {
  'GET /security-policy': { caller: 'provinceAdministrator', ids: {} },
  'PUT /security-policy': {
    caller: 'provinceAdministrator',
    ids: {},
    body: () => ({ version: 0, settings: { linkHours: { reset: 2 } } }),
  },
  'POST /identity-providers': {
    caller: 'provinceAdministrator',
    ids: {},
    body: () => ({ slug: 'another', name: '另一认证', issuer: 'https://other.example.gov.cn', clientId: 'shucu' }),
  },
  'GET /identity-providers': { caller: 'provinceAdministrator', ids: {} },
  'GET /identity-providers/{id}': { caller: 'provinceAdministrator', ids: { 'path.id': 'identityProvider' } },
  'PATCH /identity-providers/{id}': {
    caller: 'provinceAdministrator',
    ids: { 'path.id': 'identityProvider' },
    body: () => ({ version: 1, change: { name: '改名' } }),
  },
  'GET /export-recipient': { caller: 'provinceAdministrator', ids: {} },
  'PUT /export-recipient': {
    caller: 'provinceAdministrator',
    ids: {},
    body: ({ recipient }) => ({ recipient }),
  },
  'GET /audit-entries': {
    caller: 'auditor',
    ids: { 'query.actorId': 'account', 'query.subjectId': 'center' },
    grows: true,
  },
  'GET /audit-entries/export': { caller: 'auditor', ids: {}, grows: true },
  'POST /audit-entries/verification': { caller: 'auditor', ids: {} },
  'GET /audit-algorithm': { caller: 'auditor', ids: {} },
  'PUT /audit-algorithm': { caller: 'auditor', ids: {}, body: () => ({ algorithm: 'sm3' }) },
};
