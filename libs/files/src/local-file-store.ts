import { createHash } from 'node:crypto';
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { sha256 } from '@shucu/kernel';
import { FileMissing, FileStore, type StoredFile } from './file-store.js';
import { isStoredName, storedName, tenantFolder } from './stored-name.js';
import { writeUnfinished } from './unfinished-file.js';

/** The store on the local disk, or on a file system that all processes share. */
export class LocalFileStore extends FileStore {
  private readonly root: string;

  constructor(directory: string) {
    super();
    this.root = resolve(directory);
  }

  override async put(tenantId: string, content: Uint8Array, extension: string): Promise<string> {
    const hash = sha256(content);
    const path = this.path(tenantId, hash, extension);
    if (await isThere(path)) return hash;
    await this.write(dirname(path), async (write) => {
      await write(content);
      return path;
    });
    return hash;
  }

  override async putStream(
    tenantId: string,
    content: AsyncIterable<Uint8Array>,
    extension: string,
  ): Promise<{ hash: string; bytes: number }> {
    const digest = createHash('sha256');
    let bytes = 0;
    await this.write(join(this.root, tenantFolder(tenantId)), async (write) => {
      for await (const chunk of content) {
        digest.update(chunk);
        bytes += chunk.length;
        await write(chunk);
      }
      return this.path(tenantId, digest.copy().digest('hex'), extension);
    });
    return { hash: digest.digest('hex'), bytes };
  }

  override async find(tenantId: string, hash: string, extension: string): Promise<StoredFile> {
    return storedFile(this.path(tenantId, hash, extension), storedName(hash, extension));
  }

  override async *list(tenantId: string): AsyncGenerator<StoredFile> {
    const folder = join(this.root, tenantFolder(tenantId));
    if (!(await isThere(folder))) return;
    for await (const entry of await opendir(folder, { recursive: true })) {
      if (entry.isFile() && isStoredName(entry.name)) yield storedFile(join(entry.parentPath, entry.name), entry.name);
    }
  }

  override async removeAll(tenantId: string): Promise<void> {
    await rm(join(this.root, tenantFolder(tenantId)), { recursive: true, force: true });
  }

  /** Where the file lies. */
  path(tenantId: string, hash: string, extension: string): string {
    return join(this.root, tenantFolder(tenantId), hash.slice(0, 2), storedName(hash, extension));
  }

  /** Writes a file under another name first; `fill` says where it belongs once all is there. */
  private async write(
    directory: string,
    fill: (write: (chunk: Uint8Array) => Promise<void>) => Promise<string>,
  ): Promise<void> {
    await writeUnfinished(directory, fill, async (unfinished, path) => {
      await mkdir(dirname(path), { recursive: true });
      await rename(unfinished, path);
    });
  }
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    ({ size }) => size > 0,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
}

async function storedFile(path: string, name: string): Promise<StoredFile> {
  try {
    const { size } = await stat(path);
    return { name, bytes: size, open: async () => (await open(path)).createReadStream() };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new FileMissing(`There is no file ${name}`, { cause: error });
  }
}
