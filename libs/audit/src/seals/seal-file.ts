import { constants } from 'node:fs';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { byteLines } from '../byte-lines.js';
import { parseSeal, type Seal } from './seal.js';

const TAIL_BYTES = 1 << 16;
const NEWLINE = 0x0a;

/** The seals of one tenant: a file that is only ever added to, a line a seal. */
export class SealFile {
  private readonly path: string;

  constructor(directory: string, tenantId: string) {
    this.path = join(directory, `${tenantId}.jsonl`);
  }

  /** All seals in the order they were made; none where there is no file. */
  async *seals(): AsyncGenerator<Seal> {
    try {
      for await (const line of byteLines(this.path)) {
        const seal = parseSeal(line.toString());
        if (seal) yield seal;
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }

  /** The seal made last; reads no more than the end of the file. */
  async last(): Promise<Seal | null> {
    const file = await openIfThere(this.path);
    if (!file) return null;
    try {
      const { size } = await file.stat();
      for (let length = TAIL_BYTES; ; length *= 2) {
        const start = Math.max(0, size - length);
        const tail = await readFrom(file, start, size);
        // The first line may be cut, except at the beginning of the file.
        const lines = tail.split('\n').slice(start === 0 ? 0 : 1);
        const seal = lines
          .reverse()
          .map(parseSeal)
          .find((found) => found !== null);
        if (seal || start === 0) return seal ?? null;
      }
    } finally {
      await file.close();
    }
  }

  /** Adds a seal as one write and returns when the disk has it; a half-written line before it stays one of its own. */
  async append(seal: Seal): Promise<void> {
    const { O_APPEND, O_CREAT, O_RDWR } = constants;
    const file = await open(this.path, O_APPEND | O_CREAT | O_RDWR, 0o640);
    try {
      const { size } = await file.stat();
      const isTorn = size > 0 && (await file.read(Buffer.alloc(1), 0, 1, size - 1)).buffer[0] !== NEWLINE;
      await file.appendFile(`${isTorn ? '\n' : ''}${JSON.stringify(seal)}\n`);
      await file.datasync();
      if (size === 0) await syncDirectory(dirname(this.path));
    } finally {
      await file.close();
    }
  }
}

/** Makes the directory of the seals unless it is there. */
export async function prepareSeals(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o750 });
}

async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function readFrom(file: FileHandle, start: number, end: number): Promise<string> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(end - start), 0, end - start, start);
  return buffer.toString('utf8', 0, bytesRead);
}

/** So that a new file outlives a power cut, too. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
