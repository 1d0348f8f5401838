import { access, constants, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { EnvironmentError } from '@shucu/kernel';
import { z } from 'zod';

const runningSchema = z.object({
  DATABASE_URL: z.string(),
  FILES_DIR: z.string(),
  AUDIT_SEALS_DIR: z.string(),
  AUDIT_SIGNING_KEY_FILE: z.string(),
});

/** How the other commands reach the system that `shucu start` runs. */
type Running = z.infer<typeof runningSchema>;

/** Where `shucu start` keeps everything. */
export function localDataDirectory(): string {
  return resolve(process.env['SHUCU_DATA_DIR'] || '.shucu');
}

/** Makes the directory that a variable names, unless it is there. Throws an {@link EnvironmentError} where it cannot be used. */
export async function prepareDirectory(variable: string, directory: string): Promise<void> {
  try {
    await makeDirectory(directory);
    if (!(await stat(directory)).isDirectory()) throw new Error(`not a directory, '${directory}'`);
    await access(directory, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new EnvironmentError(
      `Configuration: ${variable} cannot be used (${(error as Error).message}): set it to a directory that this user may make and write to`,
      { cause: error },
    );
  }
}

/** Level by level: Node's own recursive `mkdir` never ends below a file system that takes no directories, e.g. /proc. */
async function makeDirectory(directory: string): Promise<void> {
  try {
    await mkdir(directory);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT') throw error;
    await makeDirectory(dirname(directory));
    await mkdir(directory);
  }
}

/** Keeps the variables of the running system in a file that only its owner can read. */
export async function rememberRunning(dataDirectory: string, running: Running): Promise<void> {
  await writeFile(join(dataDirectory, 'running.json'), JSON.stringify(runningSchema.parse(running)), { mode: 0o600 });
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
