import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EnvironmentError } from '@shucu/kernel';

/** Where a fresh key pair was written. */
export interface KeyFiles {
  readonly privateKey: string;
  readonly publicKey: string;
}

/** Makes an Ed25519 key pair in a directory; only its owner may read the private half. Never writes over a key. */
export async function generateSigningKey(directory: string): Promise<KeyFiles> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const files = { privateKey: join(directory, 'private.pem'), publicKey: join(directory, 'public.pem') };
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await writeFile(files.privateKey, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  await writeFile(files.publicKey, publicKey.export({ type: 'spki', format: 'pem' }), { flag: 'wx' });
  await chmod(files.publicKey, 0o644);
  return files;
}

/** The private key of a file. Throws an {@link EnvironmentError} where there is no Ed25519 key in it. */
export async function readSigningKey(file: string): Promise<KeyObject> {
  return readKey(file, createPrivateKey);
}

/** The public key of a file that holds either half. Throws an {@link EnvironmentError} as {@link readSigningKey} does. */
export async function readPublicKey(file: string): Promise<KeyObject> {
  return readKey(file, createPublicKey);
}

async function readKey(file: string, create: (pem: string) => KeyObject): Promise<KeyObject> {
  const wrong = (cause?: unknown): EnvironmentError =>
    new EnvironmentError(`${file} holds no Ed25519 key in PEM form: make one by "shucu audit keygen <directory>"`, {
      cause,
    });
  let key: KeyObject;
  try {
    key = create(await readFile(file, 'utf8'));
  } catch (error) {
    throw wrong(error);
  }
  if (key.asymmetricKeyType !== 'ed25519') throw wrong();
  return key;
}
