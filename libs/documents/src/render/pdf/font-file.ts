import { closeSync, openSync, readSync } from 'node:fs';

/** What the renderer wants to know of one face in a font file. */
export interface FontFace {
  /** All its family names, in every language, as the file states them. */
  readonly families: readonly string[];
  /** Ranges of code points it has glyphs for, both ends included. */
  readonly ranges: readonly (readonly [number, number])[];
}

interface TableEntry {
  readonly offset: number;
  readonly length: number;
}

const FAMILY_NAME_IDS = [1, 16];
const UNICODE_PLATFORMS = [0, 3];

/** Faces of a TrueType or OpenType file or collection; only the tables `name` and `cmap` are read. */
export function readFontFaces(file: string): FontFace[] {
  const descriptor = openSync(file, 'r');
  const read = (offset: number, length: number): Buffer => {
    const buffer = Buffer.alloc(length);
    return buffer.subarray(0, readSync(descriptor, buffer, 0, length, offset));
  };
  try {
    return faceOffsets(read).map((offset) => readFace(read, offset));
  } catch (error) {
    throw new Error(`字体文件 ${file} 无法读取`, { cause: error });
  } finally {
    closeSync(descriptor);
  }
}

type Read = (offset: number, length: number) => Buffer;

function faceOffsets(read: Read): number[] {
  const head = read(0, 12);
  if (head.toString('latin1', 0, 4) !== 'ttcf') return [0];
  const count = head.readUInt32BE(8);
  const offsets = read(12, count * 4);
  return Array.from({ length: count }, (_, index) => offsets.readUInt32BE(index * 4));
}

function readFace(read: Read, offset: number): FontFace {
  const count = read(offset, 12).readUInt16BE(4);
  const directory = read(offset + 12, count * 16);
  const tables = new Map<string, TableEntry>();
  for (let at = 0; at < directory.length; at += 16) {
    const entry = { offset: directory.readUInt32BE(at + 8), length: directory.readUInt32BE(at + 12) };
    tables.set(directory.toString('latin1', at, at + 4), entry);
  }
  const table = (name: string): Buffer => {
    const entry = tables.get(name);
    if (!entry) throw new Error(`table ${name} is missing`);
    return read(entry.offset, entry.length);
  };
  return { families: familyNames(table('name')), ranges: characterRanges(table('cmap')) };
}

function familyNames(name: Buffer): string[] {
  const strings = name.readUInt16BE(4);
  const found = new Set<string>();
  for (let index = 0; index < name.readUInt16BE(2); index += 1) {
    const record = 6 + index * 12;
    if (!UNICODE_PLATFORMS.includes(name.readUInt16BE(record))) continue;
    if (!FAMILY_NAME_IDS.includes(name.readUInt16BE(record + 6))) continue;
    const start = strings + name.readUInt16BE(record + 10);
    const bytes = Buffer.from(name.subarray(start, start + name.readUInt16BE(record + 8)));
    found.add(bytes.swap16().toString('utf16le'));
  }
  return [...found];
}

function characterRanges(cmap: Buffer): (readonly [number, number])[] {
  const ranges: (readonly [number, number])[] = [];
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const record = 4 + index * 8;
    if (!UNICODE_PLATFORMS.includes(cmap.readUInt16BE(record))) continue;
    const subtable = cmap.subarray(cmap.readUInt32BE(record + 4));
    const format = subtable.readUInt16BE(0);
    if (format === 4) ranges.push(...segments(subtable));
    else if (format === 12) ranges.push(...groups(subtable));
  }
  return ranges;
}

/** Format 4: segments of the basic plane. */
function segments(subtable: Buffer): (readonly [number, number])[] {
  const count = subtable.readUInt16BE(6) / 2;
  return Array.from({ length: count }, (_, index) => {
    const end = subtable.readUInt16BE(14 + index * 2);
    const start = subtable.readUInt16BE(16 + (count + index) * 2);
    return [start, end] as const;
  }).filter(([start]) => start !== 0xffff);
}

/** Format 12: groups of all planes. */
function groups(subtable: Buffer): (readonly [number, number])[] {
  return Array.from({ length: subtable.readUInt32BE(12) }, (_, index) => {
    const group = 16 + index * 12;
    return [subtable.readUInt32BE(group), subtable.readUInt32BE(group + 4)] as const;
  });
}
