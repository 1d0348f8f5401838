import type { Response } from 'supertest';
import type { Browser } from './browser.js';
import type { OidcServer } from './oidc-server.js';

/** A browser that goes by a provider of a tenant. */
export class SingleSignOn {
  private readonly path: string;

  constructor(
    readonly browser: Browser,
    private readonly server: OidcServer,
    tenantCode: string,
    slug: string,
  ) {
    this.path = `tenants/${tenantCode}/oidc/${slug}`;
  }

  begin(returnTo?: string): Promise<Response> {
    return this.browser.post(this.path, { ...(returnTo !== undefined && { returnTo }) });
  }

  /** From the beginning to the address that the provider sends the user back to. */
  async visit(user: string, returnTo?: string): Promise<URL> {
    const begun = await this.begin(returnTo);
    if (begun.status !== 200) throw new Error(`Not begun: ${begun.status} ${begun.text}`);
    return this.server.signIn(begun.body.url, user);
  }

  /** All the way to the proof. */
  async prove(user: string, returnTo?: string): Promise<Response> {
    return this.browser.arrive(await this.visit(user, returnTo));
  }

  /** Asks for the session that follows from the proof. */
  enter(code?: string): Promise<Response> {
    return this.browser.post(`${this.path}/session`, { ...(code !== undefined && { code }) });
  }

  /** The whole sign-in. */
  async signIn(user: string, code?: string): Promise<Response> {
    const proven = await this.prove(user);
    if (proven.status !== 303) throw new Error(`Not proven: ${proven.status} ${proven.text}`);
    return this.enter(code);
  }

  accept(token: string): Promise<Response> {
    return this.browser.post(`${this.path}/invitation`, { token });
  }
}
