import { hash, type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';
import { GENESIS } from '../chain/chain-entry.js';

/** Hexadecimal digits that a seal keeps of each entry's hash: enough to name the one that was replaced. */
const TRAIL_DIGITS = 8;

const hexadecimal = z.string().regex(/^[0-9a-f]*$/);

const sealSchema = z.object({
  tenant: z.string(),
  seq: z.int().min(1),
  hash: hexadecimal.length(64),
  at: z.string(),
  previous: hexadecimal.length(64),
  trail: hexadecimal,
  signature: z.string(),
});

/**
 * A signed head: that the chain of this tenant had this hash at this number. `previous` is the hash of the seal before it, `trail`
 * the first digits of the hashes of all entries since that seal.
 */
export type Seal = Readonly<z.infer<typeof sealSchema>>;

export interface Head {
  readonly tenant: string;
  readonly seq: number;
  readonly hash: string;
  /** When it was sealed, by the clock of who seals. */
  readonly at: string;
}

/** Seals a head with an Ed25519 key; `hashes` are those of all entries since the seal before it, the head's as the last. */
export function sealHead(head: Head, hashes: readonly string[], before: Seal | null, key: KeyObject): Seal {
  const trail = hashes.map((full) => full.slice(0, TRAIL_DIGITS)).join('');
  const unsigned = { ...head, previous: sealHash(before), trail };
  return { ...unsigned, signature: sign(null, Buffer.from(signedText(unsigned)), key).toString('base64') };
}

/** Whether one of the keys signed the seal and it follows the one before it. */
export function isGenuine(seal: Seal, before: Seal | null, tenantId: string, keys: readonly KeyObject[]): boolean {
  const [text, signature] = [Buffer.from(signedText(seal)), Buffer.from(seal.signature, 'base64')];
  return (
    seal.tenant === tenantId &&
    seal.previous === sealHash(before) &&
    seal.trail.length === (seal.seq - (before?.seq ?? 0)) * TRAIL_DIGITS &&
    seal.hash.startsWith(seal.trail.slice(-TRAIL_DIGITS)) &&
    keys.some((key) => verify(null, text, key, signature))
  );
}

/** Whether the seal, which follows `before`, was made over an entry of this number and hash. */
export function covers(seal: Seal, before: Seal | null, seq: number, entryHash: string): boolean {
  if (seq === seal.seq) return entryHash === seal.hash;
  const from = (seq - (before?.seq ?? 0) - 1) * TRAIL_DIGITS;
  return entryHash.startsWith(seal.trail.slice(from, from + TRAIL_DIGITS));
}

/** The seal of one line; nothing for a line that a crash left half-written, whose loss the next seal would show. */
export function parseSeal(line: string): Seal | null {
  try {
    return sealSchema.safeParse(JSON.parse(line)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function sealHash(seal: Seal | null): string {
  return seal ? hash('sha256', signedText(seal), 'hex') : GENESIS;
}

/** Always in this order, whatever order a file has. */
function signedText({ tenant, seq, hash, at, previous, trail }: Omit<Seal, 'signature'>): string {
  return JSON.stringify({ tenant, seq, hash, at, previous, trail });
}
