import { AppError } from '@shucu/kernel';
import { z } from 'zod';
import { byteLines } from '../byte-lines.js';
import { parseSeal, type Seal } from '../seals/seal.js';

import { ALGORITHMS, type ChainEntry } from './chain-entry.js';

const FORMAT = 'shucu-audit/1';
const SEAL_LINE = '{"seal":';

const headerSchema = z.object({
  format: z.literal(FORMAT),
  tenantId: z.uuid(),
  code: z.string(),
  algorithm: z.enum(ALGORITHMS),
  exportedAt: z.string(),
});

const entrySchema = z.object({ seq: z.int(), algorithm: z.string(), hash: z.string(), body: z.string() });

/** The first line of an exported log. */
export type ExportHeader = Readonly<Omit<z.infer<typeof headerSchema>, 'format'>>;

/** An exported log: lines of JSON, the header first, then the entries as they were hashed, then the seals. */
export interface ExportedChain extends ExportHeader {
  readonly entries: AsyncIterable<ChainEntry | null>;
  readonly seals: AsyncIterable<Seal>;
}

/** Writes an exported log, a line with its end at a time. */
export async function* exportedLines(
  header: ExportHeader,
  entries: AsyncIterable<ChainEntry>,
  seals: AsyncGenerator<Seal>,
): AsyncGenerator<string> {
  yield `${JSON.stringify({ format: FORMAT, ...header })}\n`;
  // Looked up before the entries: a seal that is made meanwhile would be of an entry that is not in the export.
  let next = await seals.next();
  for await (const { seq, algorithm, hash, body } of entries) {
    yield `${JSON.stringify({ seq, algorithm, hash, body })}\n`;
  }
  for (; !next.done; next = await seals.next()) yield `${SEAL_LINE}${JSON.stringify(next.value)}}\n`;
}

/** Opens an exported log; it is read line by line, once for the entries and once for the seals. Throws where it is none. */
export async function openExport(path: string): Promise<ExportedChain> {
  const lines = byteLines(path);
  const { value: first } = await lines.next();
  await lines.return(undefined);
  const header = headerSchema.safeParse(jsonOf((first ?? '').toString())).data;
  if (!header) throw new AppError('audit.notAnExport', { file: path });
  return { ...header, entries: entriesOf(path), seals: sealsOf(path) };
}

async function* entriesOf(path: string): AsyncGenerator<ChainEntry | null> {
  let isHeader = true;
  for await (const line of byteLines(path)) {
    if (!isHeader && !isSeal(line)) yield entrySchema.safeParse(jsonOf(line.toString())).data ?? null;
    isHeader = false;
  }
}

async function* sealsOf(path: string): AsyncGenerator<Seal> {
  for await (const line of byteLines(path)) {
    const seal = isSeal(line) ? parseSeal(line.toString('utf8', SEAL_LINE.length, line.length - 1)) : null;
    if (seal) yield seal;
  }
}

function isSeal(line: Buffer): boolean {
  return line.toString('latin1', 0, SEAL_LINE.length) === SEAL_LINE;
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
