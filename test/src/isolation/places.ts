import { untilComputed, type World, type WorldIds } from './world.js';

/** How an endpoint is called rightly in a tenant, and which row each of its ids stands for. */
export interface Place {
  readonly caller: Parameters<World['as']>[0];
  readonly ids: Readonly<Record<string, keyof WorldIds>>;
  /** Segments of the path that are no ids. */
  readonly segments?: Readonly<Record<string, string>>;
  /** Parameters of the query that are no ids and must be there. */
  readonly query?: string;
  readonly body?: (world: World) => object;
  /** Waits for what the call set off. */
  readonly settle?: (world: World) => Promise<void>;
}

const officer = 'provinceOfficer';
const operator = 'centerOperator';
const administrator = 'provinceAdministrator';
const year = 2025;

const record = { type: 'training', servedOn: '2025-05-01', title: '再次培训' };
const resource = { kind: 'patent', acquiredOn: '2025-05-01', title: '又一专利' };

/** What service records and resources have in common; the versions follow the order in which the rightful caller goes. */
const ledger = (path: string, row: 'serviceRecord' | 'resource', input: object): Record<string, Place> => ({
  [`POST ${path}`]: {
    caller: operator,
    ids: { 'body.centerId': 'center' },
    body: ({ ids }) => ({ ...input, centerId: ids.center }),
  },
  [`GET ${path}`]: { caller: operator, ids: { 'query.after': row, 'query.centerId': 'center' } },
  [`GET ${path}/{id}`]: { caller: operator, ids: { 'path.id': row } },
  [`PATCH ${path}/{id}`]: {
    caller: operator,
    ids: { 'path.id': row },
    body: () => ({ version: 1, change: { title: '改过的标题' } }),
  },
  [`POST ${path}/{id}/verification`]: {
    caller: 'cityOfficer',
    ids: { 'path.id': row },
    body: () => ({ version: 2, verification: 'verified' }),
  },
  [`POST ${path}/{id}/void`]: {
    caller: operator,
    ids: { 'path.id': row },
    body: () => ({ version: 3, reason: '重复登记' }),
  },
});

const registers: Record<string, Place> = {
  'GET /regions': { caller: officer, ids: {} },
  'POST /organizations': {
    caller: officer,
    ids: { 'body.regionId': 'region' },
    body: ({ ids, freeCode }) => ({
      creditCode: freeCode,
      name: '新单位',
      kind: 'enterprise',
      regionId: ids.region,
    }),
  },
  'GET /organizations': { caller: officer, ids: { 'query.after': 'organization' } },
  'GET /organizations/{id}': { caller: officer, ids: { 'path.id': 'organization' } },
  'PATCH /organizations/{id}': {
    caller: officer,
    ids: { 'path.id': 'organization', 'body.change.regionId': 'region' },
    body: ({ ids }) => ({ version: 1, change: { name: '更名单位', regionId: ids.region } }),
  },
  'POST /centers': {
    caller: officer,
    ids: { 'body.regionId': 'region', 'body.leadOrganizationId': 'freeLead', 'body.memberIds': 'freeMember' },
    body: ({ ids }) => ({
      name: '新中心',
      category: 'comprehensive',
      regionId: ids.region,
      leadOrganizationId: ids.freeLead,
      memberIds: [ids.freeMember],
    }),
  },
  'GET /centers': { caller: officer, ids: { 'query.after': 'center' } },
  'GET /centers/{id}': { caller: officer, ids: { 'path.id': 'center' } },
  'PATCH /centers/{id}': {
    caller: officer,
    ids: { 'path.id': 'center', 'body.change.regionId': 'region' },
    body: ({ ids }) => ({ version: 1, change: { name: '更名中心', regionId: ids.region } }),
  },
};

const figures: Record<string, Place> = {
  'PUT /yearly-facts': {
    caller: operator,
    ids: { 'body.centerId': 'center' },
    body: ({ ids }) => ({ centerId: ids.center, year, name: 'operatingStaff', value: 53 }),
  },
  'GET /yearly-facts': { caller: operator, ids: { 'query.centerId': 'center' } },
  'GET /reference-figures': { caller: officer, ids: {} },
  'GET /rule-sets': { caller: officer, ids: {} },
  'PUT /expert-scores': {
    caller: 'expert',
    ids: { 'body.centerId': 'center' },
    body: ({ ids, judged }) => ({ centerId: ids.center, year, ...judged, score: 90, opinion: '较好' }),
  },
  'GET /expert-scores': { caller: 'expert', ids: {}, query: `year=${year}` },
};

const assignments: Record<string, Place> = {
  'POST /expert-assignments': {
    caller: officer,
    ids: { 'body.centerId': 'center', 'body.expertId': 'expert' },
    body: ({ ids }) => ({ centerId: ids.center, year: 2024, expertId: ids.expert }),
  },
  'GET /expert-assignments': {
    caller: 'expert',
    ids: { 'query.after': 'expertAssignment', 'query.centerId': 'center', 'query.expertId': 'expert' },
  },
  'POST /expert-assignments/{id}/end': { caller: officer, ids: { 'path.id': 'expertAssignment' } },
};

const outcomes: Record<string, Place> = {
  'GET /rating-runs': { caller: officer, ids: {} },
  'GET /rating-runs/{id}': { caller: officer, ids: { 'path.id': 'run' } },
  'POST /rating-runs/{id}/computation': {
    caller: officer,
    ids: { 'path.id': 'run' },
    settle: ({ as, ids }) => untilComputed(as(officer), ids.run),
  },
  'POST /rating-runs/{id}/review': { caller: officer, ids: { 'path.id': 'run' } },
  'POST /rating-runs/{id}/finalisation': { caller: officer, ids: { 'path.id': 'run' } },
  'POST /rating-runs/{id}/publication': { caller: officer, ids: { 'path.id': 'run' } },
  'GET /ratings': { caller: operator, ids: { 'query.after': 'rating', 'query.centerId': 'center' } },
  'GET /ratings/{id}': { caller: operator, ids: { 'path.id': 'rating' } },
  'GET /ratings/{id}/measures/{measure}/records': {
    caller: operator,
    ids: { 'path.id': 'rating', 'query.after': 'serviceRecord' },
    segments: { measure: 'trainees' },
  },
  'POST /revocation-cases': {
    caller: officer,
    ids: { 'body.centerId': 'center' },
    body: ({ ids }) => ({ centerId: ids.center, ground: 'nonCooperation', facts: [{ statement: '拒不配合评估。' }] }),
  },
  'GET /revocation-cases': { caller: officer, ids: { 'query.after': 'revocationCase' } },
  'GET /revocation-cases/{id}': { caller: officer, ids: { 'path.id': 'revocationCase' } },
  'POST /revocation-cases/{id}/decision': {
    caller: 'secondOfficer',
    ids: { 'path.id': 'revocationCase' },
    body: () => ({ decision: 'dismiss', reason: '证据不足。' }),
  },
  'GET /documents': { caller: operator, ids: { 'query.after': 'document', 'query.centerId': 'center' } },
  'GET /documents/{id}': { caller: operator, ids: { 'path.id': 'document' } },
  'GET /documents/{id}/content/{form}': {
    caller: operator,
    ids: { 'path.id': 'document' },
    segments: { form: 'pdf' },
  },
};

const roles = ({ ids }: World): object[] => [
  { role: 'cityOfficer', regionId: ids.region },
  { role: 'expert', organizationId: ids.organization },
];

const inRoles = { 'body.roles.regionId': 'region', 'body.roles.organizationId': 'organization' } as const;

const accounts: Record<string, Place> = {
  'GET /accounts': { caller: administrator, ids: { 'query.after': 'account' } },
  'POST /accounts': {
    caller: administrator,
    ids: inRoles,
    body: (world) => ({ login: 'latecomer', displayName: '新用户', roles: roles(world) }),
  },
  'GET /accounts/{id}': { caller: administrator, ids: { 'path.id': 'account' } },
  'PUT /accounts/{id}/roles': {
    caller: administrator,
    ids: { 'path.id': 'account', ...inRoles },
    body: (world) => ({ version: 1, roles: roles(world) }),
  },
  'PATCH /accounts/{id}': {
    caller: administrator,
    ids: { 'path.id': 'account' },
    body: () => ({ version: 2, change: { displayName: '改名' } }),
  },
  'POST /accounts/{id}/links': { caller: administrator, ids: { 'path.id': 'account' } },
  'DELETE /accounts/{id}/sessions': { caller: administrator, ids: { 'path.id': 'account' } },
  'DELETE /accounts/{id}/second-factor': { caller: administrator, ids: { 'path.id': 'account' } },
  'POST /accounts/{id}/disablement': { caller: administrator, ids: { 'path.id': 'account' } },
  'POST /accounts/{id}/enablement': { caller: administrator, ids: { 'path.id': 'account' } },
  'GET /me/api-tokens': { caller: administrator, ids: { 'query.after': 'apiToken' } },
  'DELETE /me/api-tokens/{id}': { caller: administrator, ids: { 'path.id': 'apiToken' } },
  'GET /api-tokens': { caller: administrator, ids: { 'query.after': 'apiToken', 'query.accountId': 'account' } },
  'DELETE /api-tokens/{id}': { caller: administrator, ids: { 'path.id': 'apiToken' } },
  'GET /security-policy': { caller: administrator, ids: {} },
  'GET /identity-providers': { caller: administrator, ids: {} },
  'GET /identity-providers/{id}': { caller: administrator, ids: { 'path.id': 'identityProvider' } },
  'PATCH /identity-providers/{id}': {
    caller: administrator,
    ids: { 'path.id': 'identityProvider' },
    body: () => ({ version: 1, change: { name: '改名' } }),
  },
  'GET /me/external-identities': { caller: administrator, ids: {} },
  'DELETE /me/external-identities/{id}': { caller: administrator, ids: { 'path.id': 'externalIdentity' } },
};

/** Every endpoint that takes an id or reads, in the order in which a rightful caller can go through them. */
export const PLACES: Readonly<Record<string, Place>> = {
  ...registers,
  ...ledger('/service-records', 'serviceRecord', record),
  ...ledger('/resources', 'resource', resource),
  ...figures,
  ...assignments,
  ...outcomes,
  ...accounts,
};
