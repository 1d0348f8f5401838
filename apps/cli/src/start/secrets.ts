import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const secretsSchema = z.object({ superuser: z.string(), owner: z.string(), application: z.string() });

/** Passwords of the embedded database and of the application's role. */
export type LocalSecrets = z.infer<typeof secretsSchema>;

/** The passwords of this installation: made once, kept in a file that only its owner can read. */
export async function localSecrets(dataDirectory: string): Promise<LocalSecrets> {
  const path = join(dataDirectory, 'secrets.json');
  await mkdir(dataDirectory, { recursive: true });
  const stored = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (stored) return secretsSchema.parse(JSON.parse(stored));
  const secret = () => randomBytes(24).toString('base64url');
  const made = { superuser: secret(), owner: secret(), application: secret() };
  await writeFile(path, JSON.stringify(made), { mode: 0o600 });
  await chmod(path, 0o600);
  return made;
}
