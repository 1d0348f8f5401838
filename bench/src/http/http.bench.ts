import autocannon from 'autocannon';
import { median } from '../statistics.js';

/** Requests a second of one call, of the api and of the bare server. */
export interface HttpFigures {
  readonly create: Rates;
  readonly list: Rates;
}

interface Rates {
  readonly ours: number;
  readonly floor: number;
}

export interface HttpTarget {
  /** Base URLs of the api and of the bare server, on the same database. */
  readonly urls: { readonly ours: string; readonly floor: string };
  /** Of an operator who may write for the center. */
  readonly token: string;
  readonly centerId: string;
  /** Seconds of load in each round. */
  readonly seconds: number;
}

interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
}

const ROUNDS = 3;
const CONNECTIONS = 10;
const PATH = '/api/v1/service-records';

/** (b) and (c): creates a record, lists 20 of one center; in turns, the first round of each not counted, in which code is compiled. */
export async function benchHttp(target: HttpTarget): Promise<HttpFigures> {
  const { centerId } = target;
  const record = {
    centerId,
    type: 'diagnosis',
    servedOn: '2025-04-24',
    title: '上门诊断',
    enterprise: '91350100M000100Y43',
  };
  return {
    create: await compare(target, { method: 'POST', path: PATH, body: JSON.stringify(record) }),
    list: await compare(target, { method: 'GET', path: `${PATH}?centerId=${centerId}&limit=20` }),
  };
}

async function compare(target: HttpTarget, call: Call): Promise<Rates> {
  const rates = { ours: [] as number[], floor: [] as number[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const side of ['floor', 'ours'] as const) {
      const rate = await requestsASecond(target.urls[side], target, call);
      if (round > 0) rates[side].push(rate);
    }
  }
  return { ours: median(rates.ours), floor: median(rates.floor) };
}

/** Throws when any answer is not a success: a server that refuses is fast. */
async function requestsASecond(url: string, { token, seconds }: HttpTarget, call: Call): Promise<number> {
  const { method, path, body } = call;
  const { requests, non2xx, errors } = await autocannon({
    url: `${url}${path}`,
    method,
    connections: CONNECTIONS,
    duration: seconds,
    headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body }),
  });
  if (non2xx + errors > 0) throw new Error(`${method} ${url}${path} failed ${non2xx + errors} times`);
  return requests.average;
}
