import type { WholeWorld } from '../whole-world.js';
import type { Places } from './place.js';

const year = 2025;
const record = { type: 'training', servedOn: '2025-05-01', title: '再次培训' };
const resource = { kind: 'patent', acquiredOn: '2025-05-01', title: '又一专利' };

/** The uploaded file that a row cites. */
const evidence = ({ ids }: WholeWorld) => [{ kind: 'signInSheet', title: '签到表', fileId: ids.evidenceFile }];

/** What service records and resources have in common; the versions follow the order in which the rightful caller goes. */
const ledger = (path: string, row: 'serviceRecord' | 'resource', input: object): Places => ({
  [`POST ${path}`]: {
    caller: 'centerOperator',
    ids: { 'body.centerId': 'center', 'body.evidence.fileId': 'evidenceFile' },
    body: (world) => ({ ...input, centerId: world.ids.center, evidence: evidence(world) }),
  },
  [`GET ${path}`]: { caller: 'centerOperator', ids: { 'query.after': row, 'query.centerId': 'center' } },
  [`GET ${path}/{id}`]: { caller: 'centerOperator', ids: { 'path.id': row } },
  [`PATCH ${path}/{id}`]: {
    caller: 'centerOperator',
    ids: { 'path.id': row, 'body.change.evidence.fileId': 'evidenceFile' },
    body: (world) => ({ version: 1, change: { title: '改过的标题', evidence: evidence(world) } }),
  },
  [`POST ${path}/{id}/verification`]: {
    caller: 'cityOfficer',
    ids: { 'path.id': row },
    body: () => ({ version: 2, verification: 'verified' }),
  },
  [`POST ${path}/{id}/void`]: {
    caller: 'centerOperator',
    ids: { 'path.id': row },
    body: () => ({ version: 3, reason: '重复登记' }),
  },
});

/** What operators record and declare, and the figures of the province. */
export const RECORD_PLACES: Places = {
  ...ledger('/service-records', 'serviceRecord', record),
  ...ledger('/resources', 'resource', resource),
  'PUT /yearly-facts': {
    caller: 'centerOperator',
    ids: { 'body.centerId': 'center', 'body.evidence.fileId': 'evidenceFile' },
    body: (world) => ({
      ...{ centerId: world.ids.center, year, name: 'operatingStaff', value: 53 },
      evidence: evidence(world),
    }),
  },
  'GET /yearly-facts': { caller: 'centerOperator', ids: { 'query.centerId': 'center' } },
  'PUT /reference-figures': {
    caller: 'provinceOfficer',
    ids: {},
    body: () => ({ name: 'industryOnlineRate', industry: 'C32', year, value: '58.2', source: '统计公报' }),
  },
  'GET /reference-figures': { caller: 'provinceOfficer', ids: {} },
};
