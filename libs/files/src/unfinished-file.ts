import { randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Has a file written under a name that no reader takes for one, and, once the disk has all of it, handed over with what `fill` gave.
 * Nothing is left of it where either fails.
 */
export async function writeUnfinished<T>(
  directory: string,
  fill: (write: (chunk: Uint8Array) => Promise<void>) => Promise<T>,
  finish: (unfinished: string, filled: T) => Promise<void>,
): Promise<void> {
  await mkdir(directory, { recursive: true });
  const unfinished = join(directory, `${randomUUID()}.part`);
  try {
    await finish(unfinished, await filled(unfinished, fill));
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function filled<T>(path: string, fill: (write: (chunk: Uint8Array) => Promise<void>) => Promise<T>): Promise<T> {
  const file = await open(path, 'wx');
  try {
    const result = await fill((chunk) => file.writeFile(chunk));
    await file.sync();
    return result;
  } finally {
    await file.close();
  }
}
