/** Where providers send people back to: the endpoint of the api that finishes a sign-in. */
export class OidcAddress {
  constructor(private readonly publicUrl: URL) {}

  /** One address a provider, so that the answer of one is never taken for that of another (RFC 9700 §4.4). */
  callbackOf(tenantCode: string, slug: string): string {
    return new URL(`/api/v1/tenants/${tenantCode}/oidc/${slug}/callback`, this.publicUrl).href;
  }
}
