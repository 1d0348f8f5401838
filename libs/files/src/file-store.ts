import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, opendir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { sha256 } from '@shucu/kernel';

/** A stored file no longer is what was stored. */
export class FileCorrupted extends Error {
  override readonly name = 'FileCorrupted';
}

/** A file as it lies in its folder. */
export interface StoredFile {
  /** Hash and extension. */
  readonly name: string;
  readonly bytes: number;
  /** The content, unchecked; the reader compares what it hashes with the name. */
  open(): Promise<Readable>;
}

const STORED = /^([0-9a-f]{64})\.([a-z]{2,5})$/;

/**
 * Content-addressed files on the local disk, a folder a tenant: the name is the SHA-256 of the content, so that a file never
 * changes and the same content is stored once. A file appears whole or not at all.
 */
@Injectable()
export class FileStore {
  private readonly root: string;

  constructor(directory: string) {
    this.root = resolve(directory);
  }

  /** Stores the content and returns its SHA-256; `extension` only helps people and programs that open the file. */
  async put(tenantId: string, content: Uint8Array, extension: string): Promise<string> {
    const hash = sha256(content);
    const path = this.path(tenantId, hash, extension);
    if (await this.exists(path)) return hash;
    await this.write(dirname(path), async (file) => {
      await file.writeFile(content);
      return path;
    });
    return hash;
  }

  /** Stores what comes, however much, without holding it in memory. Gives its SHA-256 and size. */
  async putStream(
    tenantId: string,
    content: AsyncIterable<Uint8Array>,
    extension: string,
  ): Promise<{ hash: string; bytes: number }> {
    const digest = createHash('sha256');
    let bytes = 0;
    await this.write(this.folder(tenantId), async (file) => {
      for await (const chunk of content) {
        digest.update(chunk);
        bytes += chunk.length;
        await file.writeFile(chunk);
      }
      return this.path(tenantId, digest.copy().digest('hex'), extension);
    });
    return { hash: digest.digest('hex'), bytes };
  }

  /** The content, checked against its hash. Throws {@link FileCorrupted}. */
  async get(tenantId: string, hash: string, extension: string): Promise<Buffer> {
    const content = await readFile(this.path(tenantId, hash, extension));
    if (sha256(content) !== hash) throw new FileCorrupted(`File ${hash}.${extension} no longer has its content`);
    return content;
  }

  /** One stored file, to be read as a stream. Rejects where there is none. */
  async find(tenantId: string, hash: string, extension: string): Promise<StoredFile> {
    return storedFile(this.path(tenantId, hash, extension), `${hash}.${extension}`);
  }

  /** Every file of a tenant, one after the other. */
  async *list(tenantId: string): AsyncGenerator<StoredFile> {
    const folder = this.folder(tenantId);
    if (!(await this.exists(folder))) return;
    for await (const entry of await opendir(folder, { recursive: true })) {
      if (entry.isFile() && STORED.test(entry.name)) yield storedFile(join(entry.parentPath, entry.name), entry.name);
    }
  }

  /** Removes all files of a tenant; where there are none, nothing happens. */
  async removeAll(tenantId: string): Promise<void> {
    await rm(this.folder(tenantId), { recursive: true, force: true });
  }

  /** Where the file lies. */
  path(tenantId: string, hash: string, extension: string): string {
    const name = `${hash}.${extension}`;
    if (!STORED.test(name)) throw new Error('Not the address of a stored file');
    return join(this.folder(tenantId), hash.slice(0, 2), name);
  }

  private folder(tenantId: string): string {
    if (!/^[0-9a-f-]{36}$/.test(tenantId)) throw new Error('Not the id of a tenant');
    return join(this.root, tenantId);
  }

  /** Writes a file under another name first; `fill` says where it belongs once all is there. */
  private async write(directory: string, fill: (file: FileHandle) => Promise<string>): Promise<void> {
    await mkdir(directory, { recursive: true });
    const unfinished = join(directory, `${randomUUID()}.part`);
    try {
      const path = await filled(unfinished, fill);
      await mkdir(dirname(path), { recursive: true });
      await rename(unfinished, path);
    } finally {
      await rm(unfinished, { force: true });
    }
  }

  private exists(path: string): Promise<boolean> {
    return stat(path).then(
      ({ size }) => size > 0,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return false;
        throw error;
      },
    );
  }
}

/** Gives what `fill` gives, once the disk has the content. */
async function filled<T>(path: string, fill: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, 'wx');
  try {
    const result = await fill(file);
    await file.sync();
    return result;
  } finally {
    await file.close();
  }
}

async function storedFile(path: string, name: string): Promise<StoredFile> {
  const { size } = await stat(path);
  return { name, bytes: size, open: async () => (await open(path)).createReadStream() };
}
