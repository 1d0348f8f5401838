import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Pack, pack } from 'tar-stream';

/** One file of an archive. Its size is told before its content, as the format wants it. */
export interface ArchiveEntry {
  readonly name: string;
  readonly bytes: number;
  readonly content: AsyncIterable<Uint8Array>;
}

/** A gzipped tar of the entries, each of which is asked for when the one before is written. Throws what an entry throws. */
export async function* archiveOf(entries: AsyncIterable<ArchiveEntry>): AsyncGenerator<Uint8Array> {
  const tar = pack();
  const gzip = createGzip();
  // Both end with the other: an entry that fails breaks off the archive, and a reader who leaves ends the entries.
  const ends = Promise.allSettled([fill(tar, entries), pipeline(tar, gzip)]);
  try {
    yield* gzip;
  } finally {
    gzip.destroy();
    await ends;
  }
}

async function fill(tar: Pack, entries: AsyncIterable<ArchiveEntry>): Promise<void> {
  try {
    for await (const { name, bytes, content } of entries) {
      await pipeline(Readable.from(content, { objectMode: false }), tar.entry({ name, size: bytes }));
    }
    tar.finalize();
  } catch (error) {
    tar.destroy(error as Error);
  }
}
