import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Injectable } from '@nestjs/common';
import { sha256 } from '@shucu/kernel';

/** A stored file no longer is what was stored. */
export class FileCorrupted extends Error {
  override readonly name = 'FileCorrupted';
}

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
    await mkdir(dirname(path), { recursive: true });
    const unfinished = `${path}.${randomUUID()}.part`;
    try {
      const file = await open(unfinished, 'wx');
      await file.writeFile(content);
      await file.sync();
      await file.close();
      await rename(unfinished, path);
    } finally {
      await rm(unfinished, { force: true });
    }
    return hash;
  }

  /** The content, checked against its hash. Throws {@link FileCorrupted}. */
  async get(tenantId: string, hash: string, extension: string): Promise<Buffer> {
    const content = await readFile(this.path(tenantId, hash, extension));
    if (sha256(content) !== hash) throw new FileCorrupted(`File ${hash}.${extension} no longer has its content`);
    return content;
  }

  /** Where the file lies. */
  path(tenantId: string, hash: string, extension: string): string {
    if (!/^[0-9a-f]{64}$/.test(hash) || !/^[0-9a-f-]{36}$/.test(tenantId) || !/^[a-z]{2,5}$/.test(extension)) {
      throw new Error('Not the address of a stored file');
    }
    return join(this.root, tenantId, hash.slice(0, 2), `${hash}.${extension}`);
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
