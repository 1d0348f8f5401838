const STORED = /^([0-9a-f]{64})\.([a-z]{2,5})$/;

/** Hash and extension as the name of a stored file. Throws on anything else. */
export function storedName(hash: string, extension: string): string {
  const name = `${hash}.${extension}`;
  if (!isStoredName(name)) throw new Error('Not the address of a stored file');
  return name;
}

export function isStoredName(name: string): boolean {
  return STORED.test(name);
}

/** The folder of a tenant. Throws on anything but an id, so that no path leads elsewhere. */
export function tenantFolder(tenantId: string): string {
  if (!/^[0-9a-f-]{36}$/.test(tenantId)) throw new Error('Not the id of a tenant');
  return tenantId;
}
