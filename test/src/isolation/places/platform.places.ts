import { newTenantOf, untilCarriedOut } from '../platform-rows.js';
import type { Places } from './place.js';

/** Tenants, and the orders to export and to erase them. */
export const PLATFORM_PLACES: Places = {
  'GET /platform/tenants': { caller: 'platformOperator', ids: { 'query.after': 'tenant' } },
  'POST /platform/tenants': {
    caller: 'platformOperator',
    ids: {},
    body: ({ tenant }) => newTenantOf(`m${tenant.code}`),
  },
  'GET /platform/tenants/{id}': { caller: 'platformOperator', ids: { 'path.id': 'tenant' } },
  'POST /platform/tenants/{id}/invitation': { caller: 'platformOperator', ids: { 'path.id': 'newTenant' } },
  'POST /platform/tenants/{id}/suspension': {
    caller: 'platformOperator',
    ids: { 'path.id': 'runningTenant' },
    body: () => ({ reason: '合同到期' }),
  },
  'POST /platform/tenants/{id}/resumption': { caller: 'platformOperator', ids: { 'path.id': 'runningTenant' } },
  'POST /platform/tenants/{id}/exports': {
    caller: 'platformOperator',
    ids: { 'path.id': 'tenant' },
    body: ({ recipient }) => ({ recipient }),
    settle: ({ as }) => untilCarriedOut(as('platformOperator')),
  },
  'POST /platform/tenants/{id}/erasures': {
    caller: 'platformOperator',
    ids: { 'path.id': 'suspendedTenant' },
    body: ({ codes }) => ({ code: codes.suspendedTenant }),
  },
  'GET /platform/orders': {
    caller: 'platformOperator',
    ids: { 'query.after': 'exportOrder', 'query.tenantId': 'tenant' },
  },
  'GET /platform/orders/{id}': { caller: 'platformOperator', ids: { 'path.id': 'exportOrder' } },
  'GET /platform/orders/{id}/content': { caller: 'platformOperator', ids: { 'path.id': 'exportOrder' } },
  'POST /platform/orders/{id}/withdrawal': { caller: 'platformOperator', ids: { 'path.id': 'mistakenOrder' } },
  'POST /platform/orders/{id}/confirmation': {
    caller: 'secondOperator',
    ids: { 'path.id': 'erasureOrder' },
    body: ({ codes }) => ({ code: codes.erasureOrder }),
    settle: ({ as }) => untilCarriedOut(as('platformOperator')),
  },
};
