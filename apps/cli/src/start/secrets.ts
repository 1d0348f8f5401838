import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateSigningKey, type KeyFiles } from '@shucu/audit';
import { newSecretKey } from '@shucu/identity';
import { z } from 'zod';

const secretsSchema = z.object({
  superuser: z.string(),
  owner: z.string(),
  application: z.string(),
  secretKey: z.string().default(newSecretKey),
});

/** Passwords of the embedded database and of the application's role, and the key of the secrets that are kept in it. */
export type LocalSecrets = z.infer<typeof secretsSchema>;

/** The secrets of this installation: made once, kept in a file that only its owner can read. */
export async function localSecrets(dataDirectory: string): Promise<LocalSecrets> {
  const path = join(dataDirectory, 'secrets.json');
  await mkdir(dataDirectory, { recursive: true });
  const stored = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  const secret = () => randomBytes(24).toString('base64url');
  const known = stored ? JSON.parse(stored) : { superuser: secret(), owner: secret(), application: secret() };
  const secrets = secretsSchema.parse(known);
  if (JSON.stringify(secrets) === stored) return secrets;
  await writeFile(path, JSON.stringify(secrets), { mode: 0o600 });
  await chmod(path, 0o600);
  return secrets;
}

/** The files of the key pair that signs the heads of the audit logs: made once. */
export async function localSigningKey(dataDirectory: string): Promise<KeyFiles> {
  const directory = join(dataDirectory, 'audit-key');
  try {
    return await generateSigningKey(directory);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return { privateKey: join(directory, 'private.pem'), publicKey: join(directory, 'public.pem') };
  }
}
