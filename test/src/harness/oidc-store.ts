import type { Adapter, AdapterPayload } from 'oidc-provider';

/** What an OIDC server remembers, in memory and of this server alone: the library's own memory is shared by a whole process. */
export function oidcStore(): (model: string) => Adapter {
  const rows = new Map<string, AdapterPayload>();
  return (model) => {
    const key = (id: string): string => `${model}:${id}`;
    const whereEquals = (field: 'uid' | 'userCode', value: string): AdapterPayload | undefined =>
      [...rows].find(([at, row]) => at.startsWith(`${model}:`) && row[field] === value)?.[1];
    return {
      upsert: async (id, payload) => void rows.set(key(id), payload),
      find: async (id) => rows.get(key(id)),
      findByUid: async (uid) => whereEquals('uid', uid),
      findByUserCode: async (userCode) => whereEquals('userCode', userCode),
      consume: async (id) => {
        const row = rows.get(key(id));
        if (row) row.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => void rows.delete(key(id)),
      revokeByGrantId: async (grantId) => {
        for (const [at, row] of rows) if (row.grantId === grantId) rows.delete(at);
      },
    };
  };
}
