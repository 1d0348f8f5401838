import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { sha256 } from '@shucu/kernel';
import { FileMissing, FileStore, type StoredFile } from './file-store.js';
import type { S3Settings } from './files.settings.js';
import { isStoredName, storedName, tenantFolder } from './stored-name.js';
import { writeUnfinished } from './unfinished-file.js';

/** The store in a bucket of S3, or of anything that speaks its language. An object appears whole or not at all by S3 itself. */
export class S3FileStore extends FileStore {
  private readonly client: S3Client;
  private readonly bucket: string;
  private readonly spool: string;

  /** `spoolDirectory` takes streams until their hash, which is their name, is known. */
  constructor({ bucket, ...access }: S3Settings, spoolDirectory: string) {
    super();
    this.bucket = bucket;
    this.spool = resolve(spoolDirectory);
    this.client = new S3Client({
      ...access,
      forcePathStyle: true,
      // Our own SHA-256 says more, and not every server knows the trailers that carry these.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  override async put(tenantId: string, content: Uint8Array, extension: string): Promise<string> {
    const hash = sha256(content);
    const Key = keyOf(tenantId, hash, extension);
    if (!(await this.has(Key, content.length))) {
      await this.client.send(new PutObjectCommand({ Bucket: this.bucket, Key, Body: content }));
    }
    return hash;
  }

  override async putStream(
    tenantId: string,
    content: AsyncIterable<Uint8Array>,
    extension: string,
  ): Promise<{ hash: string; bytes: number }> {
    const digest = createHash('sha256');
    const stored = { hash: '', bytes: 0 };
    await writeUnfinished(
      join(this.spool, tenantFolder(tenantId)),
      async (write) => {
        for await (const chunk of content) {
          digest.update(chunk);
          stored.bytes += chunk.length;
          await write(chunk);
        }
        stored.hash = digest.digest('hex');
        return keyOf(tenantId, stored.hash, extension);
      },
      async (unfinished, Key) => {
        if (await this.has(Key, stored.bytes)) return;
        const params = { Bucket: this.bucket, Key, Body: createReadStream(unfinished) };
        await new Upload({ client: this.client, params }).done();
      },
    );
    return stored;
  }

  override async find(tenantId: string, hash: string, extension: string): Promise<StoredFile> {
    const Key = keyOf(tenantId, hash, extension);
    const bytes = await this.sizeOf(Key);
    if (bytes === null) throw new FileMissing(`There is no file ${storedName(hash, extension)}`);
    return this.storedFile(Key, bytes);
  }

  override async *list(tenantId: string): AsyncGenerator<StoredFile> {
    const query = { Bucket: this.bucket, Prefix: `${tenantFolder(tenantId)}/` };
    for await (const { Contents = [] } of paginateListObjectsV2({ client: this.client }, query)) {
      for (const { Key = '', Size = 0 } of Contents) if (isStoredName(nameOf(Key))) yield this.storedFile(Key, Size);
    }
  }

  override async removeAll(tenantId: string): Promise<void> {
    // One by one: many at once would need a checksum that not every server takes.
    for await (const { name } of this.list(tenantId)) {
      const [hash = '', extension = ''] = name.split('.');
      const Key = keyOf(tenantId, hash, extension);
      await this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key }));
    }
    await rm(join(this.spool, tenantFolder(tenantId)), { recursive: true, force: true });
  }

  /** An object of another size is none of ours, and is written anew. */
  private async has(Key: string, bytes: number): Promise<boolean> {
    return (await this.sizeOf(Key)) === bytes;
  }

  private async sizeOf(Key: string): Promise<number | null> {
    try {
      return (await this.client.send(new HeadObjectCommand({ Bucket: this.bucket, Key }))).ContentLength ?? 0;
    } catch (error) {
      if ((error as Error).name === 'NotFound') return null;
      throw error;
    }
  }

  private storedFile(Key: string, bytes: number): StoredFile {
    const open = async (): Promise<Readable> =>
      (await this.client.send(new GetObjectCommand({ Bucket: this.bucket, Key }))).Body as Readable;
    return { name: nameOf(Key), bytes, open };
  }
}

function keyOf(tenantId: string, hash: string, extension: string): string {
  return `${tenantFolder(tenantId)}/${hash.slice(0, 2)}/${storedName(hash, extension)}`;
}

function nameOf(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}
