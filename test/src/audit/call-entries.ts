import type { Operation } from '../isolation/operations.js';
import type { Place } from '../isolation/places/place.js';
import type { Entry } from './audit-trail.js';

/** What is done without any row of the caller’s tenant has a name of its own in the log. */
const NOTED: Readonly<Record<string, string>> = {
  'POST /audit-entries/verification': 'audit.verify',
  'POST /session/switch': 'session.switch',
  'POST /platform/tenants/{id}/invitation': 'tenant.invite',
};

/** As the log names an endpoint. */
export const endpointOf = ({ operationId }: Operation): string => operationId.replace('_', '.');

/** As the log names what an endpoint does. */
export const deedOf = (operation: Operation): string => NOTED[operation.name] ?? endpointOf(operation);

/** What the entries of one call of a rightful caller do not say. */
export function missingIn(entries: readonly Entry[], operation: Operation, { caller }: Place): string[] {
  const requests = new Set(entries.map(({ request }) => request?.requestId));
  const kind = caller === 'session' ? 'account' : 'apiToken';
  const said: Readonly<Record<string, boolean>> = {
    'what was done': entries.some(({ action }) => action === deedOf(operation)),
    'in which request': requests.size === 1 && !requests.has(undefined),
    'from where': entries.every(({ request }) => request?.address?.includes('127.0.0.1')),
    'by what': entries.every(({ actor }) => actor.kind === kind),
    'with what result, and when': entries.every(({ result, at }) => result === 'done' && at.endsWith('Z')),
    'before and after':
      operation.name in NOTED || entries.some(({ op, before, after }) => op && (before !== null || after !== null)),
  };
  return Object.keys(said).filter((what) => !said[what]);
}
