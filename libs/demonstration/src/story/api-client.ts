import { setTimeout as pause } from 'node:timers/promises';
import type { StoryClient } from './story.types.js';

/** The api refused: its own sentence. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    faults: readonly { readonly field: string; readonly message: string }[] = [],
  ) {
    super(`${title} (${status} ${code}${faults.map(({ field, message }) => `; ${field}: ${message}`).join('')})`);
  }
}

/** Where the api listens, and what ends every request. */
export interface ApiPlace {
  readonly url: string;
  /** Where browsers reach it, when that is not where it listens. */
  readonly origin?: string;
  readonly signal: AbortSignal;
}

/** Who signs in, and where. */
export interface ApiLogin {
  readonly tenantCode: string;
  readonly login: string;
  readonly password: string;
}

/** The status of who asks too often. */
const TOO_MANY = 429;

const JSON_TYPE = 'application/json';
const PIECE_TYPE = 'application/offset+octet-stream';

/** Talks to the api as one person, as a browser would. */
export class ApiClient implements StoryClient {
  private cookie = '';

  private constructor(private readonly place: ApiPlace) {}

  /** Somebody without an account. */
  static anybody(place: ApiPlace): ApiClient {
    return new ApiClient(place);
  }

  /** Signs a person in. Throws {@link ApiRefusal}. */
  static async signIn(place: ApiPlace, { tenantCode, login, password }: ApiLogin): Promise<ApiClient> {
    const client = new ApiClient(place);
    const { headers } = await client.json('POST', `tenants/${tenantCode}/sign-in`, { login, password });
    client.cookie = headers
      .getSetCookie()
      .map((line) => line.split(';', 1)[0])
      .join('; ');
    return client;
  }

  /** Ends every request, and whoever waits for what requests show. */
  get signal(): AbortSignal {
    return this.place.signal;
  }

  get<T>(path: string): Promise<T> {
    return this.send<T>('GET', path);
  }

  post<T>(path: string, body?: object): Promise<T> {
    return this.send<T>('POST', path, body);
  }

  put<T>(path: string, body: object): Promise<T> {
    return this.send<T>('PUT', path, body);
  }

  patch<T>(path: string, body: object): Promise<T> {
    return this.send<T>('PATCH', path, body);
  }

  /** All items of a paged list. */
  async all<T>(path: string): Promise<T[]> {
    const items: T[] = [];
    let next: string | undefined;
    do {
      const separator = path.includes('?') ? '&' : '?';
      const page: { items: T[]; next?: string } = await this.get(
        `${path}${separator}limit=100${next ? `&after=${next}` : ''}`,
      );
      items.push(...page.items);
      next = page.next;
    } while (next);
    return items;
  }

  async download(path: string): Promise<Uint8Array> {
    return new Uint8Array(await (await this.json('GET', path)).arrayBuffer());
  }

  /** By tus 1.0, in one piece. */
  async upload(name: string, content: string): Promise<string> {
    const bytes = Buffer.from(content);
    const begun = await this.request('POST', 'evidence-uploads', {
      'tus-resumable': '1.0.0',
      'upload-length': String(bytes.length),
      'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
    });
    const { id } = (await begun.json()) as { id: string };
    const headers = { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': PIECE_TYPE };
    await this.request('PATCH', `evidence-uploads/${id}`, headers, bytes);
    return id;
  }

  private async send<T>(method: string, path: string, body?: object): Promise<T> {
    const text = await (await this.json(method, path, body)).text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  private json(method: string, path: string, body?: object): Promise<Response> {
    if (body === undefined) return this.request(method, path, {});
    return this.request(method, path, { 'content-type': JSON_TYPE }, JSON.stringify(body));
  }

  private async request(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body?: string | Uint8Array<ArrayBuffer>,
  ): Promise<Response> {
    const { url, origin = url, signal } = this.place;
    const response = await fetch(`${url}/api/v1/${path}`, {
      method,
      signal,
      headers: { origin, ...(this.cookie && { cookie: this.cookie }), ...headers },
      ...(body !== undefined && { body }),
    });
    if (response.ok) return response;
    if (response.status === TOO_MANY) {
      // Nobody is in such a hurry that the limits of the edge would have to give way.
      await response.arrayBuffer();
      await pause(Number(response.headers.get('retry-after') ?? 1) * 1_000, undefined, { signal });
      return this.request(method, path, headers, body);
    }
    const problem = (await response.json()) as {
      code: string;
      title: string;
      errors?: { field: string; message: string }[];
    };
    throw new ApiRefusal(response.status, problem.code, problem.title, problem.errors);
  }
}
