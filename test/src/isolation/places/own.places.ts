import { PASSWORD } from '../../factories/password.factory.js';
import type { Places } from './place.js';

/** The password of the second officer once the own places are gone through. */
export const NEXT_PASSWORD = 'Ufer-Granit-2042';

/** One's own account; the caller’s session is the last that holds. */
export const OWN_PLACES: Places = {
  'GET /me': { caller: 'session', ids: {} },
  'GET /me/sessions': { caller: 'session', ids: {} },
  'DELETE /me/sessions/{id}': { caller: 'session', ids: { 'path.id': 'session' } },
  'POST /me/sessions/end-others': { caller: 'session', ids: {} },
  'POST /me/password': {
    caller: 'session',
    ids: {},
    body: () => ({ current: PASSWORD, next: NEXT_PASSWORD }),
  },
  'POST /me/api-tokens': {
    caller: 'session',
    ids: {},
    body: () => ({ name: '数据交换', scopes: ['Center:read'] }),
  },
  // It tells when a token was used last, to which each call adds.
  'GET /me/api-tokens': { caller: 'session', ids: { 'query.after': 'apiToken' }, grows: true },
  'DELETE /me/api-tokens/{id}': { caller: 'session', ids: { 'path.id': 'apiToken' } },
  'GET /me/external-identities': { caller: 'session', ids: {} },
  'DELETE /me/external-identities/{id}': { caller: 'session', ids: { 'path.id': 'externalIdentity' } },
};
