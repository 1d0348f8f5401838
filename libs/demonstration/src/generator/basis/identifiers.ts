import { createHash } from 'node:crypto';

/** The UUID (version 8, RFC 9562) that belongs to a name: the same name always has the same id. */
export function idOf(...name: readonly (string | number)[]): string {
  return uuidText(digestOf(name), '8');
}

/** A UUID of version 7's shape: ordered by the date like the ids of real rows, the rest from the name. */
export function datedIdOf(date: string, ...name: readonly (string | number)[]): string {
  const bytes = digestOf([date, ...name]);
  bytes.writeUIntBE(Date.parse(`${date}T00:00:00Z`), 0, 6);
  return uuidText(bytes, '7');
}

function digestOf(name: readonly (string | number)[]): Buffer {
  return createHash('sha256').update(name.join('\u0000')).digest().subarray(0, 16);
}

function uuidText(bytes: Buffer, version: '7' | '8'): string {
  const hex = bytes.toString('hex');
  const variant = ((bytes.readUInt8(8) & 0x3f) | 0x80).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    version + hex.slice(13, 16),
    variant + hex.slice(18, 20),
    hex.slice(20, 32),
  ].join('-');
}
