import { canonicalJson, sha256 } from '@shucu/kernel';
import {
  allowInsecureRequests,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  None,
} from 'openid-client';
import { isIssuer } from './issuer.js';
import { isPlainLoopback, type OutgoingRules, outgoingFetch } from './outgoing-fetch.js';

/** How the platform is known to a provider. */
export interface OidcClientSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Nothing for a public client, which proves itself by PKCE alone. */
  readonly clientSecret: string | null;
}

const TIMEOUT_SECONDS = 5;
const KEPT_MS = 15 * 60_000;
/** Soon enough for whoever tries again, rare enough not to be a way of knocking at somebody's door. */
const FAILURE_KEPT_MS = 5_000;
const MOST_KEPT = 500;

interface Kept {
  readonly configuration: Promise<Configuration>;
  until: number;
}

/** Asks providers for their metadata, once in fifteen minutes each, a failure once in five seconds. */
export class OidcDiscovery {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly rules: OutgoingRules) {}

  /** What the client of a provider works with. Throws what went wrong on the way there. */
  configurationOf(settings: OidcClientSettings): Promise<Configuration> {
    const key = sha256(canonicalJson(settings));
    const known = this.kept.get(key);
    if (known && known.until > Date.now()) return known.configuration;
    const configuration = this.discover(settings);
    const entry: Kept = { configuration, until: Date.now() + KEPT_MS };
    configuration.catch(() => {
      entry.until = Date.now() + FAILURE_KEPT_MS;
    });
    this.keep(key, entry);
    return configuration;
  }

  private keep(key: string, entry: Kept): void {
    this.kept.delete(key);
    const oldest = this.kept.keys().next().value;
    if (oldest !== undefined && this.kept.size >= MOST_KEPT) this.kept.delete(oldest);
    this.kept.set(key, entry);
  }

  private async discover({ issuer, clientId, clientSecret }: OidcClientSettings): Promise<Configuration> {
    if (!isIssuer(issuer, this.rules)) throw new TypeError('The provider has an address that may not be asked');
    const server = new URL(issuer);
    return discovery(server, clientId, {}, authentication(clientSecret), {
      [customFetch]: outgoingFetch(this.rules),
      timeout: TIMEOUT_SECONDS,
      // Without this, an ID token would be believed for the TLS connection alone, whatever signature it has.
      execute: [enableNonRepudiationChecks, ...(isPlainLoopback(server) ? [allowInsecureRequests] : [])],
    });
  }
}

/** Basic unless the provider's metadata leave it out, as OpenID Connect Discovery §3 has it. */
function authentication(secret: string | null): ClientAuth {
  if (secret === null) return None();
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const authenticate = methods.includes('client_secret_basic') ? ClientSecretBasic(secret) : ClientSecretPost(secret);
    authenticate(server, ...rest);
  };
}
