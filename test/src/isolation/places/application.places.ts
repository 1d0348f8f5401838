import { until } from '../../harness/platform.js';
import type { Column } from '../columns.js';
import type { WholeWorld } from '../whole-world.js';
import type { Place, Places } from './place.js';

/** Nobody is assigned to it. */
const READERS: readonly Column[] = [
  'provinceAdministrator',
  'provinceOfficer',
  'cityOfficer',
  'centerOperator',
  'auditor',
];

const reading = (caller: Place['caller']): Place => ({ caller, ids: { 'path.id': 'application' }, readers: READERS });

/** Of the joint one, which has been submitted. */
const submitted = (caller: Place['caller']): Place => ({
  ...{ caller, ids: { 'path.id': 'jointApplication' } },
  ...{ segments: { number: '1' }, readers: READERS },
});

/** A step of the operator's application; every call before it has made one version, the world two. */
function step(caller: Place['caller'], version: number, body: object = {}): Place {
  return { caller, ids: { 'path.id': 'application' }, body: () => ({ version, ...body }) };
}

/** Waits for the documents of a submission. */
const untilRendered = ({ as }: WholeWorld): Promise<void> =>
  until('the documents', async () => {
    const { items } = (await as('provinceOfficer').get('documents?limit=100').expect(200)).body;
    return items.every(({ state }: { state: string }) => state !== 'pending');
  });

/** Rounds and applications, from the dossier to its withdrawal and a new beginning. */
export const APPLICATION_PLACES: Places = {
  'GET /rounds': { caller: 'expert', ids: {} },
  'GET /rounds/{id}': { caller: 'centerOperator', ids: { 'path.id': 'round' }, shared: ['path.id'] },
  'PATCH /rounds/{id}': {
    caller: 'provinceOfficer',
    ids: { 'path.id': 'round' },
    body: () => ({ version: 1, change: { notice: '按补充通知办理。' } }),
  },
  'GET /applications': {
    caller: 'centerOperator',
    ids: { 'query.after': 'application', 'query.roundId': 'round' },
    shared: ['query.roundId'],
  },
  'GET /applications/{id}': reading('centerOperator'),
  'GET /applications/{id}/form': reading('cityOfficer'),
  'GET /applications/{id}/check': reading('centerOperator'),
  'GET /applications/{id}/steps': reading('auditor'),
  'POST /applications/{id}/sign-off': {
    caller: 'centerOperator',
    ids: { 'path.id': 'jointApplication' },
    body: ({ ids }) => ({ dossierHash: ids.jointContent }),
  },
  'PATCH /applications/{id}': {
    caller: 'centerOperator',
    ids: { 'path.id': 'application' },
    body: () => ({ version: 2, change: { plan: { goals: '三年服务企业七百家。' } } }),
  },
  'POST /applications/{id}/exceptions': step('provinceOfficer', 3, { rule: 'organization', reason: '确有需要。' }),
  'POST /applications/{id}/submission': { ...step('centerOperator', 4), settle: untilRendered },
  'GET /applications/{id}/submissions': reading('provinceOfficer'),
  'GET /applications/{id}/submissions/{number}': submitted('cityOfficer'),
  'GET /applications/{id}/submissions/{number}/differences': submitted('cityOfficer'),
  'POST /applications/{id}/withdrawal': step('centerOperator', 5, { reason: '另行申报。' }),
  'POST /applications': {
    caller: 'centerOperator',
    ids: { 'body.roundId': 'round', 'body.leadOrganizationId': 'organization' },
    shared: ['body.roundId'],
    body: ({ ids }) => ({
      ...{ roundId: ids.round, leadOrganizationId: ids.organization },
      ...{ name: '再次申报的数促中心', category: 'comprehensive' },
    }),
  },
};
