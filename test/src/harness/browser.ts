import request, { type Response, type Test } from 'supertest';
import type { TestPlatform } from './platform.js';

/** Where requests go: the api in this process, or the address of another one. */
export interface Reachable {
  readonly server: TestPlatform['server'] | string;
}

type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** What a browser does of itself: keeps cookies by name, sends them along, and says that its own page is asking. */
export class Browser {
  readonly cookies = new Map<string, string>();
  private readonly lax = new Set<string>();

  /** `headers` go along with every call, e.g. those of a proxy in front. */
  constructor(
    private readonly platform: Reachable,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** The same browser, where its next request happens to reach another process. */
  at(platform: Reachable): Browser {
    const other = new Browser(platform, this.headers);
    for (const [name, value] of this.cookies) other.cookies.set(name, value);
    return other;
  }

  /** Calls an endpoint below `/api/v1/` with everything that a page of the platform itself would send. */
  async send(verb: Verb, path: string, body?: object): Promise<Response> {
    const test: Test = request(this.platform.server)
      [verb](`/api/v1/${path}`)
      .set({ 'sec-fetch-site': 'same-origin', ...this.headers });
    if (this.cookies.size > 0) {
      test.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    }
    const response = await (body ? test.send(body) : test);
    this.keep(response);
    return response;
  }

  get(path: string): Promise<Response> {
    return this.send('get', path);
  }

  post(path: string, body: object = {}): Promise<Response> {
    return this.send('post', path, body);
  }

  /** Opens an address of the platform because another site says so: only lax cookies come along. */
  async arrive(url: URL): Promise<Response> {
    const cookies = [...this.cookies].filter(([name]) => this.lax.has(name));
    const test = request(this.platform.server).get(`${url.pathname}${url.search}`).set('sec-fetch-site', 'cross-site');
    if (cookies.length > 0) test.set('cookie', cookies.map((pair) => pair.join('=')).join('; '));
    const response = await test;
    this.keep(response);
    return response;
  }

  /** Signs in, and fails where that is refused. */
  async signIn(tenantCode: string, login: string, password: string, code?: string): Promise<void> {
    const response = await this.post(`tenants/${tenantCode}/sign-in`, { login, password, ...(code && { code }) });
    if (response.status !== 204) throw new Error(`Not signed in: ${response.status} ${response.text}`);
  }

  private keep(response: Response): void {
    const set = (response.headers['set-cookie'] ?? []) as unknown as string[];
    for (const line of set) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      const isGone = /expires=Thu, 01 Jan 1970/i.test(line);
      if (isGone) this.cookies.delete(name);
      else this.cookies.set(name, decodeURIComponent(value));
      if (/samesite=lax/i.test(line)) this.lax.add(name);
    }
  }
}
