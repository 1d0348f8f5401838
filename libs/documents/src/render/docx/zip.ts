import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const DEFLATED = 8;
const VERSION = 20;
/** Names are UTF-8. */
const UTF8 = 0x0800;
/** 1980-01-01, so that the same files give the same bytes. */
const DAY = 0x0021;

/** Files by path as a ZIP archive, in their order and without times: equal files give equal bytes. */
export function zipFiles(files: ReadonlyMap<string, Buffer>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of files) {
    const name = Buffer.from(path, 'utf8');
    const packed = deflateRawSync(content, { level: 6 });
    const about = description(content, packed, name);
    const header = Buffer.concat([uint32(LOCAL), about, uint16(0), name]);
    central.push(Buffer.concat([uint32(CENTRAL), uint16(VERSION), about, Buffer.alloc(12), uint32(offset), name]));
    local.push(header, packed);
    offset += header.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const count = uint16(files.size);
  const end = [uint32(END), uint32(0), count, count, uint32(directory.length), uint32(offset), uint16(0)];
  return Buffer.concat([...local, directory, ...end]);
}

/** Files of a ZIP archive without encryption and ZIP64; throws when it is none. */
export function unzipFiles(archive: Buffer): Map<string, Buffer> {
  const end = archive.lastIndexOf(uint32(END));
  if (end < 0) throw new Error('not a ZIP archive');
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => archive.readUInt16LE(at + field));
    const name = archive.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(start, start + archive.readUInt32LE(at + 20));
    files.set(name, archive.readUInt16LE(at + 10) === DEFLATED ? inflateRawSync(packed) : Buffer.from(packed));
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return files;
}

/** What local and central headers share, up to the length of the name. */
function description(content: Buffer, packed: Buffer, name: Buffer): Buffer {
  return Buffer.concat([
    ...[VERSION, UTF8, DEFLATED, 0, DAY].map(uint16),
    ...[crc32(content), packed.length, content.length].map(uint32),
    uint16(name.length),
  ]);
}

function uint16(value: number): Buffer {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16LE(value);
  return buffer;
}

function uint32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}
