import type { Places } from './place.js';

/** Rule sets: read, drafted, previewed on the published year, brought into force, changed. */
export const RULE_SET_PLACES: Places = {
  'GET /rule-sets': { caller: 'provinceOfficer', ids: {} },
  'GET /rule-sets/{id}': { caller: 'provinceOfficer', ids: { 'path.id': 'ruleSet' } },
  'GET /rule-sets/{id}/differences': {
    caller: 'centerOperator',
    ids: { 'path.id': 'ruleSet', 'query.against': 'ruleSet' },
  },
  'POST /rule-sets': {
    caller: 'provinceAdministrator',
    ids: {},
    body: () => ({
      ...{ documentNumber: '测工信发〔2028〕1号', title: '实施细则（修订）' },
      ...{ issuedOn: '2028-01-01', validThrough: '2032-12-31' },
    }),
  },
  'GET /rule-sets/{id}/previews': { caller: 'provinceOfficer', ids: { 'path.id': 'ruleSetDraft' } },
  'GET /rule-sets/{id}/previews/{previewId}': {
    caller: 'auditor',
    ids: { 'path.id': 'ruleSetDraft', 'path.previewId': 'ruleSetPreview' },
  },
  'POST /rule-sets/{id}/previews': {
    caller: 'provinceAdministrator',
    ids: { 'path.id': 'ruleSetDraft' },
    body: () => ({ year: 2024 }),
  },
  'POST /rule-sets/{id}/entry-into-force': {
    caller: 'provinceAdministrator',
    ids: { 'path.id': 'ruleSetDraft', 'body.previewId': 'ruleSetPreview' },
    body: ({ ids }) => ({ version: 1, reason: '经试算，可以施行。', previewId: ids.ruleSetPreview }),
  },
  'PATCH /rule-sets/{id}': {
    caller: 'provinceAdministrator',
    ids: { 'path.id': 'editedRuleSet' },
    body: () => ({ version: 1, change: { title: '实施细则（再修订）' } }),
  },
};
