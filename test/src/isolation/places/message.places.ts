import type { Places } from './place.js';

/** One's own messages, and deadlines. */
export const MESSAGE_PLACES: Places = {
  'GET /me/notifications': { caller: 'session', ids: { 'query.after': 'notification' }, grows: true },
  'POST /me/notifications/{id}/reading': { caller: 'session', ids: { 'path.id': 'notification' } },
  'POST /me/notifications/{id}/reading-up-to': { caller: 'session', ids: { 'path.id': 'notification' } },
  'GET /me/notification-preference': { caller: 'session', ids: {} },
  'PUT /me/notification-preference': {
    caller: 'session',
    ids: {},
    body: () => ({ email: 'none', language: 'en' }),
  },
  'GET /deadlines': {
    caller: 'provinceOfficer',
    ids: { 'query.after': 'deadline', 'query.subjectId': 'deadlineSubject' },
    grows: true,
  },
};
