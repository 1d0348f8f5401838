import type { Places } from './place.js';

/** Regions, organizations and centers. */
export const REGISTER_PLACES: Places = {
  'GET /regions': { caller: 'provinceOfficer', ids: {} },
  'POST /organizations': {
    caller: 'provinceOfficer',
    ids: { 'body.regionId': 'region' },
    body: ({ ids, freeCode }) => ({
      creditCode: freeCode,
      name: '新单位',
      kind: 'enterprise',
      regionId: ids.region,
    }),
  },
  'GET /organizations': { caller: 'provinceOfficer', ids: { 'query.after': 'organization' } },
  'GET /organizations/{id}': { caller: 'provinceOfficer', ids: { 'path.id': 'organization' } },
  'PATCH /organizations/{id}': {
    caller: 'provinceOfficer',
    ids: { 'path.id': 'organization', 'body.change.regionId': 'region' },
    body: ({ ids }) => ({ version: 1, change: { name: '更名单位', regionId: ids.region } }),
  },
  'POST /centers': {
    caller: 'provinceOfficer',
    ids: { 'body.regionId': 'region', 'body.leadOrganizationId': 'freeLead', 'body.memberIds': 'freeMember' },
    body: ({ ids }) => ({
      name: '新中心',
      category: 'comprehensive',
      regionId: ids.region,
      leadOrganizationId: ids.freeLead,
      memberIds: [ids.freeMember],
    }),
  },
  'GET /centers': { caller: 'provinceOfficer', ids: { 'query.after': 'center' } },
  'GET /centers/{id}': { caller: 'provinceOfficer', ids: { 'path.id': 'center' } },
  'PATCH /centers/{id}': {
    caller: 'provinceOfficer',
    ids: { 'path.id': 'center', 'body.change.regionId': 'region' },
    body: ({ ids }) => ({ version: 1, change: { name: '更名中心', regionId: ids.region } }),
  },
};
