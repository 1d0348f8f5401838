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

  it('has no path outside of its folder', () => {
    expect(() => store.path('../../etc', 'a'.repeat(64), 'pdf')).toThrow();
    expect(() => store.path(tenantId, '../passwd', 'pdf')).toThrow();
  });
});
