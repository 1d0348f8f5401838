import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const runningSchema = z.object({ DATABASE_URL: z.string(), FILES_DIR: z.string() });

/** How the other commands reach the system that `shucu start` runs. */
type Running = z.infer<typeof runningSchema>;

/** Where `shucu start` keeps everything. */
export function localDataDirectory(): string {
  return resolve(process.env['SHUCU_DATA_DIR'] || '.shucu');
}

/** Keeps the variables of the running system in a file that only its owner can read. */
export async function rememberRunning(dataDirectory: string, running: Running): Promise<void> {
  await writeFile(join(dataDirectory, 'running.json'), JSON.stringify(running), { mode: 0o600 });
}

/** The environment, completed by the variables of the system that `shucu start` ran last, where DATABASE_URL is not set. */
export async function environmentOfCommand(): Promise<NodeJS.ProcessEnv> {
  if (process.env['DATABASE_URL']) return process.env;
  const stored = await readFile(join(localDataDirectory(), 'running.json'), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '{}';
      throw error;
    },
  );
  return { ...process.env, ...runningSchema.partial().parse(JSON.parse(stored)) };
}
