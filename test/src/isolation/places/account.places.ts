import type { WholeWorld } from '../whole-world.js';
import type { Places } from './place.js';

const roles = ({ ids }: WholeWorld): object[] => [
  { role: 'cityOfficer', regionId: ids.region },
  { role: 'expert', organizationId: ids.organization },
];

const inRoles = { 'body.roles.regionId': 'region', 'body.roles.organizationId': 'organization' } as const;

/** Accounts and their tokens as security administration keeps them. */
export const ACCOUNT_PLACES: Places = {
  'GET /accounts': { caller: 'provinceAdministrator', ids: { 'query.after': 'account' } },
  'POST /accounts': {
    caller: 'provinceAdministrator',
    ids: inRoles,
    body: (world) => ({ login: 'latecomer', displayName: '新用户', roles: roles(world) }),
  },
  'GET /accounts/{id}': { caller: 'provinceAdministrator', ids: { 'path.id': 'account' } },
  'PUT /accounts/{id}/roles': {
    caller: 'provinceAdministrator',
    ids: { 'path.id': 'account', ...inRoles },
    body: (world) => ({ version: 1, roles: roles(world) }),
  },
  'PATCH /accounts/{id}': {
    caller: 'provinceAdministrator',
    ids: { 'path.id': 'account' },
    body: () => ({ version: 2, change: { displayName: '改名' } }),
  },
  'POST /accounts/{id}/links': { caller: 'provinceAdministrator', ids: { 'path.id': 'account' } },
  'DELETE /accounts/{id}/sessions': { caller: 'provinceAdministrator', ids: { 'path.id': 'official' } },
  'DELETE /accounts/{id}/second-factor': { caller: 'provinceAdministrator', ids: { 'path.id': 'official' } },
  'POST /accounts/{id}/disablement': { caller: 'provinceAdministrator', ids: { 'path.id': 'account' } },
  'POST /accounts/{id}/enablement': { caller: 'provinceAdministrator', ids: { 'path.id': 'account' } },
  'GET /api-tokens': {
    caller: 'provinceAdministrator',
    ids: { 'query.after': 'apiToken', 'query.accountId': 'account' },
    grows: true,
  },
  'DELETE /api-tokens/{id}': { caller: 'provinceAdministrator', ids: { 'path.id': 'otherApiToken' } },
};
