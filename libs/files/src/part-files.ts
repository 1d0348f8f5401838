import { constants, createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { tenantFolder } from './stored-name.js';

/** Less is on the disk than the platform has confirmed: the disk was lost, or is another process's own. */
export class PartLost extends Error {
  override readonly name = 'PartLost';
}

/** Files that are still arriving, one an upload; no store lists them, and none of them is a file. All processes see one directory. */
export class PartFiles {
  private readonly root: string;

  constructor(directory: string) {
    this.root = resolve(directory);
  }

  /**
   * Writes bytes at the offset that is confirmed so far, over whatever a killed process left beyond it; returns when the disk has
   * them. Throws {@link PartLost}.
   */
  async write(tenantId: string, id: string, offset: number, bytes: Uint8Array): Promise<void> {
    await mkdir(join(this.root, tenantFolder(tenantId)), { recursive: true });
    const { O_RDWR, O_CREAT } = constants;
    const file = await open(this.path(tenantId, id), O_RDWR | O_CREAT, 0o640);
    try {
      const { size } = await file.stat();
      if (size < offset) throw new PartLost(`Upload ${id} has ${size} of ${offset} bytes`);
      await file.truncate(offset);
      await writeAll(file, bytes, offset);
      await file.datasync();
    } finally {
      await file.close();
    }
  }

  read(tenantId: string, id: string): Readable {
    return createReadStream(this.path(tenantId, id));
  }

  /** Removes what has arrived; where there is nothing, nothing happens. */
  async remove(tenantId: string, id: string): Promise<void> {
    await rm(this.path(tenantId, id), { force: true });
  }

  /** Where the bytes lie, for programs that read files by their path. */
  path(tenantId: string, id: string): string {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error('Not the id of an upload');
    return join(this.root, tenantFolder(tenantId), `${id}.part`);
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array, offset: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, offset + done);
    done += bytesWritten;
  }
}
