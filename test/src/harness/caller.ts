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

export function callerOf({ server }: TestPlatform, token: string): Caller {
  const as = (test: Test): Test => test.set('authorization', `Bearer ${token}`);
  const url = (path: string): string => `/api/v1/${path}`;
  return {
    get: (path) => as(request(server).get(url(path))),
    post: (path, body) => as(request(server).post(url(path))).send(body),
    put: (path, body) => as(request(server).put(url(path))).send(body),
    patch: (path, body) => as(request(server).patch(url(path))).send(body),
    delete: (path) => as(request(server).delete(url(path))),
  };
}
