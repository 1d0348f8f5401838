import type { Probe } from './matrix.js';
import { namesOf } from './matrix.js';
import type { Operation } from './operations.js';
import type { Place } from './places/place.js';
import { beside, type Variation } from './probe.js';
import type { WholeWorld } from './whole-world.js';

/** A tenant as somebody might try to name one where nobody is asked to. */
interface Named {
  readonly id: string;
  readonly code: string;
}

const COOKIE = 'a'.repeat(43);

/** Ways to name another tenant, or what is its, that no endpoint knows: each is refused or without any effect. */
const CARRIERS: Readonly<Record<string, (tenant: Named) => Variation>> = {
  'an undeclared filter': ({ id, code }) => ({ query: `tenant_id=${id}&tenant=${code}` }),
  'a filter in brackets': ({ id }) => ({ query: `filter[tenantId]=${id}&where[tenant_id][$eq]=${id}` }),
  'an order to sort by': ({ id }) => ({ query: `sort=${id}&order[tenant_id]=asc&orderBy=tenant_id` }),
  'a list for a cursor': ({ id }) => ({ query: `after[]=${id}` }),
  'a cursor that is there twice': ({ id }) => ({ query: `after=${id}&after=${id}` }),
  'a batch of ids': ({ id }) => ({ query: `ids=${id},${id}&id[]=${id}` }),
  headers: ({ id, code }) => ({
    headers: {
      ...{ 'x-tenant-id': id, 'x-tenant': code, 'x-shucu-tenant': code, 'x-forwarded-host': `${code}.example.gov.cn` },
      ...{ 'x-original-url': `/api/v1/tenants/${code}`, 'x-http-method-override': 'DELETE' },
    },
  }),
  'a cookie beside the token': ({ code }) => ({ headers: { cookie: `__Host-shucu=${code}.${COOKIE}` } }),
  'a field of the body': ({ id, code }) => ({ body: { tenantId: id, tenant_id: id, tenant: code } }),
};

/** The rightful caller of an endpoint, with another tenant named by each of the carriers. */
export function carrierProbes(ours: WholeWorld, theirs: WholeWorld, operation: Operation, place: Place): Probe[] {
  const changes = operation.verb !== 'get';
  // A call that could change something is made of nothing, so that only its refusal is looked at.
  const replaced = changes
    ? Object.fromEntries(Object.entries(place.ids).map(([at, row]) => [at, beside(ours.ids[row])]))
    : {};
  if (changes && Object.keys(replaced).length === 0) return [];
  const named: Named = { id: theirs.tenant.id, code: theirs.tenant.code };
  const none: Named = {
    id: beside(named.id),
    code: `${named.code.slice(0, -1)}${named.code.endsWith('z') ? 'y' : 'z'}`,
  };
  const who = place.caller === 'platformOperator' || place.caller === 'secondOperator' ? 'platformOperator' : 'auditor';
  return Object.entries(CARRIERS)
    .filter(([carrier]) => place.body || carrier !== 'a field of the body')
    .filter(([carrier]) => place.caller !== 'session' || carrier !== 'a cookie beside the token')
    .map(([carrier, variation]) => ({
      name: `${place.caller}: ${operation.name} with ${carrier}`,
      ...{ operation, place, secrets: namesOf(theirs, who) },
      foreign: { replaced, ...variation(named) },
      none: { replaced, ...variation(none) },
      sent: [named.id, none.id] as const,
      fitting: changes ? [400, 403, 404, 422] : [200, 422],
    }));
}
