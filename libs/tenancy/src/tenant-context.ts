import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager } from 'typeorm';

interface TenantScope {
  readonly tenantId: string;
  readonly manager: EntityManager;
}

const scopes = new AsyncLocalStorage<TenantScope>();

function current(): TenantScope {
  const scope = scopes.getStore();
  if (!scope) throw new Error('No tenant transaction is open here: run the work in tenantTransaction()');
  return scope;
}

/** The tenant transaction that the running code is in; throws outside of one, so that nothing runs without a tenant. */
export const TenantContext = {
  get tenantId(): string {
    return current().tenantId;
  },

  /** The entity manager of the open transaction; repositories are reached through it only. */
  get manager(): EntityManager {
    return current().manager;
  },

  get isOpen(): boolean {
    return scopes.getStore() !== undefined;
  },

  run<T>(tenantId: string, manager: EntityManager, work: () => Promise<T>): Promise<T> {
    return scopes.run({ tenantId, manager }, work);
  },
};
