import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { sha256 } from '@shucu/kernel';

/** A stored file no longer is what was stored. */
export class FileCorrupted extends Error {
  override readonly name = 'FileCorrupted';
}

/** There is no such file in the store. */
export class FileMissing extends Error {
  override readonly name = 'FileMissing';
}

/** A file as it lies in its store. */
export interface StoredFile {
  /** Hash and extension. */
  readonly name: string;
  readonly bytes: number;
  /** The content, unchecked; the reader compares what it hashes with the name. */
  open(): Promise<Readable>;
}

/**
 * Content-addressed files, a folder a tenant: the name is the SHA-256 of the content, so that a file never changes and the same
 * content is stored once. A file appears whole or not at all. Where it lies is the business of the implementation.
 */
export abstract class FileStore {
  /** Stores the content and returns its SHA-256; `extension` only helps people and programs that open the file. */
  abstract put(tenantId: string, content: Uint8Array, extension: string): Promise<string>;

  /** Stores what comes, however much, without holding it in memory. Gives its SHA-256 and size. */
  abstract putStream(
    tenantId: string,
    content: AsyncIterable<Uint8Array>,
    extension: string,
  ): Promise<{ hash: string; bytes: number }>;

  /** One stored file, to be read as a stream. Throws {@link FileMissing}. */
  abstract find(tenantId: string, hash: string, extension: string): Promise<StoredFile>;

  /** Every file of a tenant, one after the other. */
  abstract list(tenantId: string): AsyncGenerator<StoredFile>;

  /** Removes all files of a tenant, unfinished ones included; where there are none, nothing happens. */
  abstract removeAll(tenantId: string): Promise<void>;

  /** The content, checked against its hash. Throws {@link FileCorrupted} or {@link FileMissing}. */
  async get(tenantId: string, hash: string, extension: string): Promise<Buffer> {
    const { name, open } = await this.find(tenantId, hash, extension);
    const content = await buffer(await open());
    if (sha256(content) !== hash) throw corrupted(name);
    return content;
  }

  /** A file that has just been read and hashed once, so that it can be handed on without holding it in memory. Throws as {@link get}. */
  async checked(tenantId: string, hash: string, extension: string): Promise<StoredFile> {
    const file = await this.find(tenantId, hash, extension);
    const digest = createHash('sha256');
    for await (const chunk of await file.open()) digest.update(chunk as Uint8Array);
    if (digest.digest('hex') !== hash) throw corrupted(file.name);
    return file;
  }
}

function corrupted(name: string): FileCorrupted {
  return new FileCorrupted(`File ${name} no longer has its content`);
}
