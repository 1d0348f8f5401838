import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import autocannon from 'autocannon';
import type { BenchDatabase } from '../database/bench-database.js';
import { peakMemoryMb } from '../memory.js';
import { median } from '../statistics.js';

export interface HttpCase {
  readonly name: string;
  readonly ours: number;
  readonly floor: number;
}

export interface HttpBench {
  readonly cases: readonly HttpCase[];
  readonly apiPeakMb: number;
}

export interface HttpTarget {
  readonly token: string;
  readonly centerId: string;
}

const ROUNDS = 3;
const SECONDS = 4;
const CONNECTIONS = 10;

/** Requests a second of the whole api beside the bare server, in turns, on the same database. */
export async function benchHttp(database: BenchDatabase, { token, centerId }: HttpTarget): Promise<HttpBench> {
  const environment = {
    ...process.env,
    NODE_ENV: 'development',
    DATABASE_URL: database.applicationUrl,
    PORT: '0',
    LOG_LEVEL: 'error',
    FILES_DIR: `${database.directory}/files`,
  };
  const api = fork(new URL('./main.js', import.meta.resolve('@shucu/api')), { env: environment });
  const floor = fork(new URL('./floor-server.js', import.meta.url), { env: environment });
  try {
    const urls = { ours: await urlOf(api), floor: await urlOf(floor) };
    const body = JSON.stringify({
      centerId,
      type: 'diagnosis',
      servedOn: '2025-04-24',
      title: '上门诊断',
      enterprise: '91350100M000100Y43',
    });
    const create = { method: 'POST', path: '/api/v1/service-records', body } as const;
    const list = { method: 'GET', path: `/api/v1/service-records?centerId=${centerId}&limit=20` } as const;
    const cases = [
      await compare('create a record', urls, token, create),
      await compare('list 20 of one center', urls, token, list),
    ];
    return { cases, apiPeakMb: await peakMemoryMb(api) };
  } finally {
    api.kill('SIGTERM');
    floor.kill('SIGTERM');
  }
}

async function urlOf(server: ChildProcess): Promise<string> {
  const [message] = await once(server, 'message');
  return (message as { ready: string }).ready;
}

async function compare(
  name: string,
  urls: { ours: string; floor: string },
  token: string,
  request: { method: 'GET' | 'POST'; path: string; body?: string },
): Promise<HttpCase> {
  const rates = { ours: [] as number[], floor: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const side of ['floor', 'ours'] as const) rates[side].push(await rate(urls[side], token, request));
  }
  return { name, ours: median(rates.ours), floor: median(rates.floor) };
}

async function rate(
  url: string,
  token: string,
  { method, path, body }: { method: 'GET' | 'POST'; path: string; body?: string },
): Promise<number> {
  const result = await autocannon({
    url: `${url}${path}`,
    method,
    connections: CONNECTIONS,
    duration: SECONDS,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body && { body }),
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${method} ${path} failed ${result.non2xx + result.errors} times`);
  return result.requests.average;
}
