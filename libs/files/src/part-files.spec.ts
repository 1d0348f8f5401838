import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { newId } from '@shucu/kernel';
import { PartFiles, PartLost } from './part-files.js';

describe('a file that is still arriving', () => {
  const tenantId = newId();
  const id = newId();
  let directory: string;
  let parts: PartFiles;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'shucu-parts-'));
    parts = new PartFiles(directory);
  });

  afterAll(() => rm(directory, { recursive: true, force: true }));

  it('goes on at what is confirmed, over what a killed process left beyond it', async () => {
    await parts.write(tenantId, id, 0, Buffer.from('甘肃'));
    await appendFile(parts.path(tenantId, id), 'half a chunk that nobody confirmed');
    await parts.write(tenantId, id, 6, Buffer.from('省'));
    expect(await text(parts.read(tenantId, id))).toBe('甘肃省');
  });

  it('is lost where less is there than was confirmed', async () => {
    await expect(parts.write(tenantId, id, 10, Buffer.from('x'))).rejects.toThrow(PartLost);
    await parts.remove(tenantId, id);
    await parts.remove(tenantId, id);
    await expect(parts.write(tenantId, id, 9, Buffer.from('x'))).rejects.toThrow(PartLost);
  });

  it('has no place elsewhere', () => {
    expect(() => parts.path('..', id)).toThrow();
    expect(() => parts.path(tenantId, '../x')).toThrow();
  });
});
