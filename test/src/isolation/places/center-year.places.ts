import type { Places } from './place.js';

const texts = { mainWork: '开展诊断。', achievements: '服务企业。', problems: '人手不足。', nextPlan: '扩大服务。' };
const REASON = { reason: '已核对。' };
const content = (organizationId: string) => ({ organizationId, legalRepresentative: '周立' });

const ANNUAL_PLACES: Places = {
  'POST /annual-reports': {
    caller: 'centerOperator',
    ids: { 'body.centerId': 'center' },
    body: ({ ids }) => ({ centerId: ids.center, year: 2023 }),
  },
  'GET /annual-reports': {
    caller: 'centerOperator',
    ids: { 'query.after': 'annualReport', 'query.centerId': 'center' },
  },
  'GET /annual-reports/missing': { caller: 'provinceOfficer', ids: {}, query: 'year=2025' },
  'GET /annual-reports/{id}': { caller: 'centerOperator', ids: { 'path.id': 'annualReport' } },
  'PATCH /annual-reports/{id}': {
    caller: 'centerOperator',
    ids: { 'path.id': 'annualReport', 'body.change.evidence': 'reportEvidence' },
    body: ({ ids }) => ({ version: 1, change: { ...texts, evidence: [ids.reportEvidence] } }),
  },
  'POST /annual-reports/{id}/filing': {
    caller: 'centerOperator',
    ids: { 'path.id': 'annualReport' },
    body: () => ({ version: 2 }),
  },
  'POST /annual-reports/{id}/acceptance': {
    caller: 'provinceOfficer',
    ids: { 'path.id': 'annualReport' },
    body: () => ({ version: 3 }),
  },
  'POST /annual-reports/{id}/return': {
    caller: 'provinceOfficer',
    ids: { 'path.id': 'filedReport' },
    body: () => ({ ...REASON, version: 3, remarks: [{ section: 'problems', remark: '请写具体。' }] }),
  },
};

const CHANGE_PLACES: Places = {
  'POST /change-reports': {
    caller: 'centerOperator',
    ids: {
      'body.centerId': 'center',
      'body.content.organizationId': 'organization',
      'body.evidence': 'reportEvidence',
    },
    body: ({ ids }) => ({
      ...{ centerId: ids.center, kind: 'legalRepresentative', effectiveOn: '2026-10-05', description: '换届。' },
      ...{ content: content(ids.organization), evidence: [ids.reportEvidence] },
    }),
  },
  'GET /change-reports': {
    caller: 'centerOperator',
    ids: { 'query.after': 'changeReport', 'query.centerId': 'center' },
  },
  'GET /change-reports/{id}': { caller: 'centerOperator', ids: { 'path.id': 'changeReport' } },
  'PATCH /change-reports/{id}': {
    caller: 'centerOperator',
    ids: {
      'path.id': 'changeReport',
      'body.change.content.organizationId': 'organization',
      'body.change.evidence': 'reportEvidence',
    },
    body: ({ ids }) => ({
      version: 1,
      change: { content: content(ids.organization), evidence: [ids.reportEvidence] },
    }),
  },
  'POST /change-reports/{id}/filing': {
    caller: 'centerOperator',
    ids: { 'path.id': 'changeReport' },
    body: () => ({ version: 2 }),
  },
  'POST /change-reports/{id}/approval': {
    caller: 'provinceOfficer',
    ids: { 'path.id': 'changeReport' },
    body: () => ({ ...REASON, version: 3 }),
  },
  'POST /change-reports/{id}/withdrawal': {
    caller: 'centerOperator',
    ids: { 'path.id': 'idleChange' },
    body: () => ({ ...REASON, version: 1 }),
  },
  'POST /change-reports/{id}/return': {
    caller: 'provinceOfficer',
    ids: { 'path.id': 'filedChange' },
    body: () => ({ ...REASON, version: 2, remarks: [{ field: 'description', remark: '请写具体。' }] }),
  },
  'POST /change-reports/{id}/refusal': {
    caller: 'provinceOfficer',
    ids: { 'path.id': 'otherFiledChange' },
    body: () => ({ ...REASON, version: 2 }),
  },
};

/** The year of a center: annual reports, changes, what it was when, and records that are verified together. */
export const CENTER_YEAR_PLACES: Places = {
  ...ANNUAL_PLACES,
  ...CHANGE_PLACES,
  'GET /centers/{id}/history': { caller: 'centerOperator', ids: { 'path.id': 'center' }, query: 'on=2026-01-01' },
  'POST /service-records/verification': {
    caller: 'cityOfficer',
    ids: { 'body.items.id': 'bulkRecord' },
    body: ({ ids }) => ({ verification: 'verified', items: [{ id: ids.bulkRecord, version: 1 }] }),
  },
};
