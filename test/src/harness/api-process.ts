import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { TestPlatform } from './platform.js';

const MAIN = new URL('./main.js', import.meta.resolve('@shucu/api'));

/** The api as a process of its own, and everything that it writes. */
export interface ApiProcess {
  readonly url: string;
  /** Kills it on the spot, whatever it is at. */
  kill(): Promise<void>;
  /** Ends it; gives what it wrote to standard output and error. */
  end(): Promise<string>;
}

/** A second process over the database of a platform, set up as the first. */
export function startSecondApi({ environment }: TestPlatform, variables: NodeJS.ProcessEnv = {}): Promise<ApiProcess> {
  const { DATABASE_URL, FILES_DIR, SHUCU_SECRET_KEY, REDIS_URL } = environment;
  return startApiProcess({
    NODE_ENV: 'test',
    PORT: '0',
    LOG_LEVEL: 'fatal',
    RATE_LIMIT_PER_MINUTE: '0',
    ...{ DATABASE_URL, FILES_DIR, SHUCU_SECRET_KEY },
    ...(REDIS_URL && { REDIS_URL }),
    ...variables,
  });
}

export async function startApiProcess(variables: NodeJS.ProcessEnv): Promise<ApiProcess> {
  const { PATH, HOME } = process.env;
  const child: ChildProcess = fork(MAIN, {
    env: { PATH, HOME, ...variables },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: [],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
  }
  const ended = once(child, 'close');
  const ready = await Promise.race([once(child, 'message'), ended]);
  const { ready: url } = ready[0] as { ready?: string };
  if (!url) throw new Error(`The api ended before it was ready: ${output}`);
  return {
    url,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    end: async () => {
      child.kill('SIGTERM');
      await ended;
      return output;
    },
  };
}
