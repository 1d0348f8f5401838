import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId, sha256 } from '@shucu/kernel';
import { FileCorrupted, FileMissing, type FileStore } from './file-store.js';
import { LocalFileStore } from './local-file-store.js';
import { S3FileStore } from './s3-file-store.js';
import { startTestS3 } from './testing/s3-server.js';

interface Bed {
  readonly store: FileStore;
  /** Files of anybody's that lie around, unfinished ones included. */
  left(tenantId: string): Promise<string[]>;
  /** Puts other bytes in the place of a stored file, behind the store's back. */
  damage(tenantId: string, name: string, content: string): Promise<void>;
  stop(): Promise<void>;
}

const filesIn = async (directory: string): Promise<string[]> =>
  (await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

async function localBed(): Promise<Bed> {
  const directory = await mkdtemp(join(tmpdir(), 'shucu-files-'));
  return {
    store: new LocalFileStore(directory),
    left: (tenantId) => filesIn(join(directory, tenantId)),
    damage: (tenantId, name, content) => writeFile(join(directory, tenantId, name.slice(0, 2), name), content),
    stop: () => rm(directory, { recursive: true, force: true }),
  };
}

async function s3Bed(): Promise<Bed> {
  const spool = await mkdtemp(join(tmpdir(), 'shucu-spool-'));
  const s3 = await startTestS3();
  return {
    store: new S3FileStore(s3.settings, spool),
    left: async (tenantId) => [
      ...(await filesIn(join(spool, tenantId))),
      ...(await filesIn(join(s3.directory, 'evidence', tenantId))),
    ],
    damage: async (tenantId, name, content) => {
      const folder = join(s3.directory, 'evidence', tenantId, name.slice(0, 2));
      const object = (await readdir(folder)).find((file) => file.startsWith(name) && file.endsWith('_object')) ?? '';
      await writeFile(join(folder, object), content);
    },
    stop: async () => {
      await s3.stop();
      await rm(spool, { recursive: true, force: true });
    },
  };
}

describe.each([
  ['on the local disk', localBed],
  ['in a bucket of S3', s3Bed],
])('file store %s', (_where, open) => {
  const tenantId = newId();
  let bed: Bed;
  let store: FileStore;

  beforeAll(async () => {
    bed = await open();
    store = bed.store;
  });

  afterAll(() => bed?.stop());

  const listed = async (tenant: string): Promise<string[]> => {
    const names: string[] = [];
    for await (const { name, bytes, open: read } of store.list(tenant)) {
      names.push(`${name} ${bytes} ${Buffer.concat(await (await read()).toArray())}`);
    }
    return names.sort();
  };

  it('keeps content under its hash, once, also when stored at the same time', async () => {
    const content = Buffer.from('撤销通知书');
    const hashes = await Promise.all([1, 2, 3].map(() => store.put(tenantId, content, 'pdf')));
    expect(new Set(hashes)).toEqual(new Set([sha256(content)]));
    expect(await store.get(tenantId, sha256(content), 'pdf')).toEqual(content);
    expect(await listed(tenantId)).toHaveLength(1);
  });

  it('notices a file that was changed behind its back', async () => {
    const hash = await store.put(tenantId, Buffer.from('原文'), 'html');
    expect((await store.checked(tenantId, hash, 'html')).bytes).toBe(6);
    await bed.damage(tenantId, `${hash}.html`, '改动');
    await expect(store.get(tenantId, hash, 'html')).rejects.toThrow(FileCorrupted);
    await expect(store.checked(tenantId, hash, 'html')).rejects.toThrow(FileCorrupted);
    const nobodys = ['a'.repeat(64), 'pdf'] as const;
    await expect(store.get(tenantId, ...nobodys)).rejects.toThrow(FileMissing);
    await expect(store.find(tenantId, ...nobodys)).rejects.toThrow(FileMissing);
    await expect(store.checked(tenantId, ...nobodys)).rejects.toThrow(FileMissing);
  });

  it('takes a stream of any length, and leaves nothing of one that breaks off', async () => {
    const block = Buffer.alloc(1024 * 1024, 'x');
    const parts = async function* (count: number, fails: boolean) {
      for (let n = 0; n < count; n += 1) yield block;
      if (fails) throw new Error('broken off');
    };
    const other = newId();
    await expect(store.putStream(other, parts(2, true), 'age')).rejects.toThrow('broken off');
    expect(await bed.left(other)).toEqual([]);
    // More than one part of a multipart upload.
    const content = Buffer.concat(Array.from({ length: 12 }, () => block));
    const stored = await store.putStream(other, parts(12, false), 'age');
    expect(stored).toEqual({ hash: sha256(content), bytes: content.length });
    expect((await store.get(other, stored.hash, 'age')).equals(content)).toBe(true);
    expect((await bed.left(other)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('lists what a tenant has, and removes it without touching another', async () => {
    const other = newId();
    const hashes = [
      await store.put(other, Buffer.from('一'), 'pdf'),
      await store.put(other, Buffer.from('二二'), 'html'),
    ];
    expect(await listed(other)).toEqual([`${hashes[0]}.pdf 3 一`, `${hashes[1]}.html 6 二二`].sort());
    await store.removeAll(other);
    await store.removeAll(other);
    expect(await listed(other)).toEqual([]);
    expect(await listed(tenantId)).not.toEqual([]);
    await expect(store.removeAll('..')).rejects.toThrow(/Not the id/);
  });

  it('has no place outside of its folder', async () => {
    await expect(store.find('../../etc', 'a'.repeat(64), 'pdf')).rejects.toThrow(/Not the id/);
    await expect(store.find(tenantId, '../passwd', 'pdf')).rejects.toThrow(/Not the address/);
  });
});
