import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** Where a secret is kept. It opens there only: not in another row, another tenant, or as another kind of secret. */
export interface SecretPlace {
  readonly kind: 'totp' | 'oidcClient' | 'oidcAttempt' | 'oidcProof';
  readonly tenantId: string;
  /** The account, or the identity provider. */
  readonly ownerId: string;
}

/** A secret that does not open: another key, another place, or changed bytes. The sentence never holds the secret. */
export class SecretBoxError extends Error {
  override readonly name = 'SecretBoxError';
}

interface BoxKey {
  readonly id: string;
  readonly key: Buffer;
}

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const FORM = /^v1\.([0-9a-f]{8})\.([A-Za-z0-9_-]{16})\.([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]*)$/;

/** Keeps small secrets encrypted (AES-256-GCM), as `v1.<key id>.<iv>.<tag>.<data>`. */
export class SecretBox {
  private readonly current: BoxKey;
  private readonly keys: ReadonlyMap<string, BoxKey>;

  /** Seals by the current key (base64 of 32 bytes, `SHUCU_SECRET_KEY`) and opens by any. Throws {@link SecretBoxError}. */
  constructor(currentKey: string, oldKeys: readonly string[] = []) {
    this.current = derived(currentKey);
    this.keys = new Map([...oldKeys.map(derived), this.current].map((key) => [key.id, key]));
  }

  /** The sealed form of a text, different each time. */
  seal(text: string, place: SecretPlace): string {
    const { id, key } = this.current;
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES });
    cipher.setAAD(placeBytes(place, id));
    const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return ['v1', id, ...[iv, cipher.getAuthTag(), data].map((bytes) => bytes.toString('base64url'))].join('.');
  }

  /** The text again. Throws {@link SecretBoxError} where anything is not as it was sealed. */
  open(sealed: string, place: SecretPlace): string {
    const { key, id, iv, tag, data } = this.parts(sealed);
    const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(placeBytes(place, id));
    decipher.setAuthTag(tag);
    try {
      return Buffer.concat([decipher.update(data), decipher.final()]).toString('utf8');
    } catch (cause) {
      throw new SecretBoxError('The secret was changed, or was sealed for another place', { cause });
    }
  }

  /** Whether a secret is sealed by an old key, and should be sealed anew when it is next written. */
  isOfOldKey(sealed: string): boolean {
    return this.parts(sealed).id !== this.current.id;
  }

  private parts(sealed: string): BoxKey & { iv: Buffer; tag: Buffer; data: Buffer } {
    const [, id = '', ...rest] = FORM.exec(sealed) ?? [];
    const [iv, tag, data] = rest.map((part) => Buffer.from(part, 'base64url'));
    if (!iv || !tag || !data) throw new SecretBoxError('Not a sealed secret of form v1');
    const key = this.keys.get(id);
    if (!key)
      throw new SecretBoxError(`Sealed by key ${id}, which is neither SHUCU_SECRET_KEY nor in SHUCU_SECRET_KEYS_OLD`);
    return { ...key, iv, tag, data };
  }
}

/** A new key in the form of `SHUCU_SECRET_KEY`. */
export function newSecretKey(): string {
  return randomBytes(KEY_BYTES).toString('base64');
}

function derived(base64: string): BoxKey {
  const master = Buffer.from(base64, 'base64');
  if (master.length !== KEY_BYTES) throw new SecretBoxError(`A secret key is the base64 of ${KEY_BYTES} bytes`);
  const key = Buffer.from(hkdfSync('sha256', master, '', 'shucu secret box v1', KEY_BYTES));
  const id = createHash('sha256').update('key id').update(key).digest('hex').slice(0, 8);
  return { id, key };
}

/** JSON keeps the parts apart, so that no two places have the same bytes. */
function placeBytes({ kind, tenantId, ownerId }: SecretPlace, keyId: string): Buffer {
  return Buffer.from(JSON.stringify(['v1', keyId, kind, tenantId, ownerId]));
}
