import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';
import { walkTo } from './oidc-browser.js';
import { oidcStore } from './oidc-store.js';

type JsonObject = Record<string, unknown>;

interface IdToken {
  readonly header: JsonObject;
  readonly claims: JsonObject;
  /** The right one where there is none, but for `alg` of `none`. */
  readonly signature?: string;
}

/** Makes another ID token of the one that the server issued. */
export type Tampering = (token: IdToken) => IdToken;

export interface OidcServer {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** How the server misbehaves from now on; it is honest by default. */
  tampering: Tampering | null;
  /** Walks through a sign-in as the browser of a user (any name but `stranger`, who is refused), up to the address it is sent back to. */
  signIn(url: URL | string, user: string): Promise<URL>;
  stop(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';

/** A real OpenID provider on this machine, with one client; who signs in is told by `login_hint`, without a password. */
export async function startOidcServer(redirectUris: readonly string[]): Promise<OidcServer> {
  const server = createServer().listen(0, LOOPBACK);
  await once(server, 'listening');
  const issuer = `http://${LOOPBACK}:${(server.address() as AddressInfo).port}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const client = { clientId: 'shucu', clientSecret: randomBytes(24).toString('base64url') };
  const provider = new Provider(issuer, configurationOf({ ...client, redirectUris }, privateKey));
  const oidc: OidcServer = {
    issuer,
    ...client,
    tampering: null,
    signIn: (url, user) => walkTo(redirectUris, hinting(url, user)),
    stop: () => stop(server),
  };
  provider.use(async (context, next) => {
    await next();
    if (oidc.tampering) tamper(context, oidc.tampering, privateKey);
  });
  provider.use((context, next) => (context.path.startsWith('/interaction/') ? interact(provider, context) : next()));
  server.on('request', provider.callback());
  return oidc;
}

function configurationOf(
  { clientId, clientSecret, redirectUris }: { clientId: string; clientSecret: string; redirectUris: readonly string[] },
  key: KeyObject,
): Configuration {
  return {
    adapter: oidcStore(),
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [...redirectUris] }],
    cookies: { keys: [randomBytes(16).toString('hex')] },
    jwks: { keys: [{ ...key.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
  };
}

interface Exchange {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
}

/** Signs in whom `login_hint` names and grants what the client asks for. */
async function interact(provider: Provider, { req, res }: Exchange): Promise<void> {
  const { prompt, params, session, grantId } = await provider.interactionDetails(req, res);
  const user = String(params['login_hint']);
  if (prompt.name === 'login') {
    const refused = { error: 'access_denied', error_description: 'Nobody knows this person' };
    return provider.interactionFinished(req, res, user === 'stranger' ? refused : { login: { accountId: user } });
  }
  const known = grantId ? await provider.Grant.find(grantId) : undefined;
  const grant = known ?? new provider.Grant({ accountId: session?.accountId, clientId: String(params['client_id']) });
  grant.addOIDCScope('openid');
  return provider.interactionFinished(req, res, { consent: { grantId: await grant.save() } });
}

function tamper(context: { path: string; body?: unknown }, tampering: Tampering, key: KeyObject): void {
  const answer = context.body as { id_token?: string } | undefined;
  if (context.path !== '/token' || !answer?.id_token) return;
  const [header = '', claims = ''] = answer.id_token.split('.');
  const token = tampering({ header: decode(header), claims: decode(claims) });
  const content = `${encode(token.header)}.${encode(token.claims)}`;
  const rightly = (): string => sign('sha256', Buffer.from(content), key).toString('base64url');
  answer.id_token = `${content}.${token.signature ?? (token.header['alg'] === 'none' ? '' : rightly())}`;
}

function decode(part: string): JsonObject {
  return JSON.parse(Buffer.from(part, 'base64url').toString()) as JsonObject;
}

function encode(part: JsonObject): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function hinting(url: URL | string, user: string): URL {
  const hinting = new URL(url);
  hinting.searchParams.set('login_hint', user);
  return hinting;
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
