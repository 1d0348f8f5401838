/** The api refused: its own sentence. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';

  constructor(
    readonly status: number,
    readonly code: string,
    title: string,
  ) {
    super(`${title} (${status} ${code})`);
  }
}

/** Who signs in, and where. */
export interface ApiLogin {
  readonly tenantCode: string;
  readonly login: string;
  readonly password: string;
}

/** Talks to the api as one person, as a browser would. */
export class ApiClient {
  private cookie = '';

  private constructor(
    private readonly url: string,
    /** Ends every request, and whoever waits for what requests show. */
    readonly signal: AbortSignal,
  ) {}

  /** Signs a person in. Throws {@link ApiRefusal}. */
  static async signIn(url: string, { tenantCode, login, password }: ApiLogin, signal: AbortSignal): Promise<ApiClient> {
    const client = new ApiClient(url, signal);
    const { headers } = await client.request('POST', `tenants/${tenantCode}/sign-in`, { login, password });
    client.cookie = headers
      .getSetCookie()
      .map((line) => line.split(';', 1)[0])
      .join('; ');
    return client;
  }

  get<T>(path: string): Promise<T> {
    return this.send<T>('GET', path);
  }

  post<T>(path: string, body?: unknown): Promise<T> {
    return this.send<T>('POST', path, body);
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
    return new Uint8Array(await (await this.request('GET', path)).arrayBuffer());
  }

  private async send<T>(method: string, path: string, body?: unknown): Promise<T> {
    return (await (await this.request(method, path, body)).json()) as T;
  }

  private async request(method: string, path: string, body?: unknown): Promise<Response> {
    const response = await fetch(`${this.url}/api/v1/${path}`, {
      method,
      signal: this.signal,
      headers: {
        origin: this.url,
        ...(this.cookie && { cookie: this.cookie }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (response.ok) return response;
    const problem = (await response.json()) as { code: string; title: string };
    throw new ApiRefusal(response.status, problem.code, problem.title);
  }
}
