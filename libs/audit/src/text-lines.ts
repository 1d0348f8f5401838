import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

const CHUNK_BYTES = 1 << 20;

/** The lines of a file as long as it is now, without their ends; what is added meanwhile is left out. */
export async function* textLines(path: string): AsyncGenerator<string> {
  const { size } = await stat(path);
  if (size === 0) return;
  let rest = '';
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: CHUNK_BYTES, end: size - 1 })) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line;
  }
  if (rest) yield rest;
}
