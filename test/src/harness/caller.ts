import request, { type Test } from 'supertest';
import type { TestPlatform } from './platform.js';

/** Calls the api as one person. */
export interface Caller {
  get(path: string): Test;
  post(path: string, body?: object): Test;
  put(path: string, body: object): Test;
  patch(path: string, body: object): Test;
  delete(path: string): Test;
}

/** By an API token. */
export function callerOf(platform: TestPlatform, token: string): Caller {
  return callerWith(platform, { authorization: `Bearer ${token}` });
}

/** By whatever these headers prove, or by nothing. */
export function callerWith({ server }: TestPlatform, headers: Readonly<Record<string, string>>): Caller {
  const as = (test: Test): Test => test.set(headers);
  const url = (path: string): string => `/api/v1/${path}`;
  return {
    get: (path) => as(request(server).get(url(path))),
    post: (path, body) => as(request(server).post(url(path))).send(body),
    put: (path, body) => as(request(server).put(url(path))).send(body),
    patch: (path, body) => as(request(server).patch(url(path))).send(body),
    delete: (path) => as(request(server).delete(url(path))),
  };
}
