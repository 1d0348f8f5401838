import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { extract } from 'tar-stream';
import { type ArchiveEntry, archiveOf } from './archive.js';
import { encryptFor, isRecipient } from './encryption.js';

const MEGABYTE = 1024 * 1024;

async function* entries(...of: ArchiveEntry[]): AsyncGenerator<ArchiveEntry> {
  yield* of;
}

async function* chunks(...of: string[]): AsyncGenerator<Uint8Array> {
  for (const chunk of of) yield Buffer.from(chunk);
}

const entry = (name: string, ...of: string[]): ArchiveEntry => ({
  name,
  bytes: Buffer.byteLength(of.join('')),
  content: chunks(...of),
});

async function unpack(archive: AsyncIterable<Uint8Array>): Promise<Record<string, string>> {
  const unpacking = extract();
  Readable.from(archive).pipe(createGunzip()).pipe(unpacking);
  const files: Record<string, string> = {};
  for await (const one of unpacking) files[one.header.name] = await text(one);
  return files;
}

describe('an archive', () => {
  it('holds what its entries hold, empty ones and long names as well', async () => {
    const long = `files/${'长'.repeat(90)}.pdf`;
    const archive = archiveOf(entries(entry('a.txt', '一', '二'), entry('empty.ndjson'), entry(long, '三')));
    expect(await unpack(archive)).toEqual({ 'a.txt': '一二', 'empty.ndjson': '', [long]: '三' });
  });

  it('breaks off where an entry fails, or has not the size that was told', async () => {
    const failing = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from('x');
      throw new Error('the database is gone');
    };
    const all = async (...of: ArchiveEntry[]): Promise<void> => {
      for await (const _ of archiveOf(entries(...of)));
    };
    await expect(all(entry('a', 'x'), { name: 'b', bytes: 9, content: failing() })).rejects.toThrow('database is gone');
    await expect(all({ name: 'c', bytes: 9, content: chunks('short') })).rejects.toThrow('Size mismatch');
  });

  it('is made only as fast as it is read, and its sources end with the reader', async () => {
    const block = randomBytes(MEGABYTE);
    const source = { megabytes: 0, isEnded: false };
    const endless = async function* (): AsyncGenerator<Uint8Array> {
      try {
        for (; source.megabytes < 1_000; source.megabytes += 1) yield block;
      } finally {
        source.isEnded = true;
      }
    };
    const recipient = await identityToRecipient(await generateX25519Identity());
    const content = endless();
    const encrypted = encryptFor(recipient, archiveOf(entries({ name: 'large', bytes: 1_000 * MEGABYTE, content })));
    for (let read = 0; read < 20; read += 1) await encrypted.next();
    await setTimeout(300);
    expect(source.megabytes).toBeLessThan(8);
    await encrypted.return(undefined);
    await setTimeout(300);
    expect(source).toMatchObject({ isEnded: true });
  });
});

describe('a recipient', () => {
  it('is an X25519 recipient of age without a slip', async () => {
    const recipient = await identityToRecipient(await generateX25519Identity());
    expect(isRecipient(recipient)).toBe(true);
    const slip = `${recipient.slice(0, -1)}${recipient.endsWith('q') ? 'p' : 'q'}`;
    for (const other of [slip, recipient.toUpperCase(), `${recipient} `, 'age1', ''])
      expect(isRecipient(other)).toBe(false);
  });
});
