import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '@shucu/database';
import { Redis } from 'ioredis';

export interface TestRedis {
  readonly url: string;
  /** Forgets everything. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

/** Whether this machine has a `redis-server`. */
export function hasRedisServer(): boolean {
  return spawnSync('redis-server', ['--version']).status === 0;
}

/** A Redis of one's own on a free port of the loopback interface, that keeps nothing on disk. */
export async function startTestRedis(): Promise<TestRedis> {
  const port = await freePort();
  const server = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const exited = once(server, 'exit');
  for await (const text of server.stdout) if (String(text).includes('Ready to accept connections')) break;
  if (server.exitCode !== null) throw new Error(`redis-server ended with code ${server.exitCode}`);
  const url = `redis://127.0.0.1:${port}`;
  return {
    url,
    flush: async () => {
      const client = new Redis(url);
      await client.flushall();
      client.disconnect();
    },
    stop: async () => {
      server.kill();
      await exited;
    },
  };
}
