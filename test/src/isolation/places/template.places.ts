import type { Place, Places } from './place.js';

const template: Place = { caller: 'provinceAdministrator', ids: { 'path.id': 'documentTemplate' } };

/** Templates of documents, one of them from draft to retirement. */
export const TEMPLATE_PLACES: Places = {
  'GET /document-kinds': { caller: 'provinceOfficer', ids: {} },
  'GET /document-templates': { caller: 'provinceOfficer', ids: { 'query.after': 'documentTemplate' } },
  'GET /document-templates/{id}': { ...template, caller: 'auditor' },
  'PATCH /document-templates/{id}': { ...template, body: () => ({ version: 1, source: '<h1>{{number}}</h1>' }) },
  'POST /document-templates/{id}/preview': { ...template, caller: 'provinceOfficer', body: () => ({ form: 'html' }) },
  'POST /document-templates/{id}/entry-into-force': { ...template, body: () => ({ version: 2 }) },
  'POST /document-templates/{id}/retirement': { ...template, body: () => ({ version: 3 }) },
};
