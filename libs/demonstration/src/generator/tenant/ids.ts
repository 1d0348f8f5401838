import { idOf } from '../basis/identifiers.js';

/** Ids of what a province consists of, by its keys. */
export interface TenantIds {
  readonly tenantId: string;
  readonly region: (key: string) => string;
  readonly organization: (key: string) => string;
  readonly center: (key: string) => string;
  readonly account: (role: string, name: string) => string;
}

/** The ids of a province. */
export function tenantIds(code: string): TenantIds {
  return {
    tenantId: idOf(code, 'tenant'),
    region: (key) => idOf(code, 'region', key),
    organization: (key) => idOf(code, 'organization', key),
    center: (key) => idOf(code, 'center', key),
    account: (role, name) => idOf(code, 'account', role, name),
  };
}
