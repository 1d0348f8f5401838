import { AsyncLocalStorage } from 'node:async_hooks';

/** Who does something, as the audit log names them. */
export type AuditActor =
  | { readonly kind: 'account' | 'apiToken' | 'job'; readonly id: string; readonly name: string }
  | { readonly kind: 'public'; readonly id: null; readonly name: string };

/** In what connection something is done: by which request, from where, by which endpoint or job. */
export interface Deed {
  readonly requestId?: string;
  readonly address?: string;
  readonly action: string;
  readonly actor?: AuditActor;
}

const deeds = new AsyncLocalStorage<Deed>();

/** What the running code is part of; every tenant transaction hands it to the database, whose audit log keeps it. */
export const AuditContext = {
  get current(): Deed | undefined {
    return deeds.getStore();
  },

  run<T>(deed: Deed, work: () => Promise<T>): Promise<T> {
    return deeds.run(deed, work);
  },
};

/** The transaction-local settings that the audit log reads, as parameters of `set_config`: of the request, and of who acts. */
export function auditSettings(): [request: string, actor: string] {
  const { actor, ...request } = AuditContext.current ?? {};
  return [JSON.stringify(request), actor ? JSON.stringify(actor) : ''];
}
