import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId, sha256 } from '@shucu/kernel';
import { FileCorrupted, FileStore } from './file-store.js';

describe('file store', () => {
  const tenantId = newId();
  let directory: string;
  let store: FileStore;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'shucu-files-'));
    store = new FileStore(directory);
  });

  afterAll(() => rm(directory, { recursive: true, force: true }));

  it('keeps content under its hash, once, also when stored at the same time', async () => {
    const content = Buffer.from('撤销通知书');
    const hashes = await Promise.all([1, 2, 3].map(() => store.put(tenantId, content, 'pdf')));
    expect(new Set(hashes)).toEqual(new Set([sha256(content)]));
    expect(await store.get(tenantId, sha256(content), 'pdf')).toEqual(content);
    expect(await readdir(join(directory, tenantId, sha256(content).slice(0, 2)))).toHaveLength(1);
  });

  it('notices a file that was changed behind its back', async () => {
    const hash = await store.put(tenantId, Buffer.from('原文'), 'html');
    await writeFile(store.path(tenantId, hash, 'html'), '改动');
    await expect(store.get(tenantId, hash, 'html')).rejects.toThrow(FileCorrupted);
  });

  it('takes a stream of any length, and leaves nothing of one that breaks off', async () => {
    const parts = async function* (fails: boolean) {
      for (const part of ['甘肃省', '导出']) yield Buffer.from(part);
      if (fails) throw new Error('broken off');
    };
    const other = newId();
    await expect(store.putStream(other, parts(true), 'age')).rejects.toThrow('broken off');
    expect(await readdir(join(directory, other))).toEqual([]);
    const content = Buffer.from('甘肃省导出');
    expect(await store.putStream(other, parts(false), 'age')).toEqual({ hash: sha256(content), bytes: content.length });
    expect(await store.get(other, sha256(content), 'age')).toEqual(content);
  });

  it('lists what a tenant has, and removes it without touching another', async () => {
    const other = newId();
    const hashes = [
      await store.put(other, Buffer.from('一'), 'pdf'),
      await store.put(other, Buffer.from('二二'), 'html'),
    ];
    const listed: string[] = [];
    for await (const { name, bytes, open } of store.list(other)) {
      listed.push(`${name} ${bytes} ${Buffer.concat(await (await open()).toArray())}`);
    }
    expect(listed.sort()).toEqual([`${hashes[0]}.pdf 3 一`, `${hashes[1]}.html 6 二二`].sort());
    await store.removeAll(other);
    await store.removeAll(other);
    expect((await store.list(other).next()).done).toBe(true);
    expect(await readdir(join(directory, tenantId))).not.toEqual([]);
    await expect(store.removeAll('..')).rejects.toThrow(/Not the id/);
  });

  it('has no path outside of its folder', () => {
    expect(() => store.path('../../etc', 'a'.repeat(64), 'pdf')).toThrow();
    expect(() => store.path(tenantId, '../passwd', 'pdf')).toThrow();
  });
});
