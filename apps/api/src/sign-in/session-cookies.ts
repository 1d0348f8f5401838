import '@fastify/cookie';
import {
  COOKIE_ATTRIBUTES,
  DEVICE_COOKIE,
  OTHER_SESSIONS_COOKIE,
  readSecretToken,
  SESSION_COOKIE,
  type SignedIn,
} from '@shucu/identity';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A browser is remembered for as long as people keep one. */
const DEVICE_SECONDS = 400 * 24 * 3600;

/** More tenants than a person works for. */
const MOST_OTHERS = 8;

const SEPARATOR = '~';

/** The tokens of the sessions in other tenants that the browser holds beside the present one. */
export function otherTokens({ cookies }: FastifyRequest): string[] {
  return (cookies[OTHER_SESSIONS_COOKIE] ?? '').split(SEPARATOR).filter((token) => readSecretToken(token) !== null);
}

/** The codes of the tenants of those sessions; whether they still hold is seen upon the switch. */
export function otherTenants(request: FastifyRequest): string[] {
  return otherTokens(request).flatMap((token) => readSecretToken(token)?.tenantCode ?? []);
}

/** Makes a token the present session; the session before, where it is of another tenant, is kept beside it. */
export function presentSession(request: FastifyRequest, reply: FastifyReply, token: string): void {
  const present = request.cookies[SESSION_COOKIE];
  const tenant = readSecretToken(token)?.tenantCode;
  const others = [...(present ? [present] : []), ...otherTokens(request)].filter((one, at, all) => {
    const code = readSecretToken(one)?.tenantCode;
    return (
      code !== undefined &&
      code !== tenant &&
      all.findIndex((other) => readSecretToken(other)?.tenantCode === code) === at
    );
  });
  void reply.setCookie(SESSION_COOKIE, token, COOKIE_ATTRIBUTES);
  keepOthers(reply, others.slice(0, MOST_OTHERS));
}

/** The session that was just begun, and the browser that is now known. */
export function signedIn(request: FastifyRequest, reply: FastifyReply, { sessionToken, deviceToken }: SignedIn): void {
  presentSession(request, reply, sessionToken);
  void reply.setCookie(DEVICE_COOKIE, deviceToken, { ...COOKIE_ATTRIBUTES, maxAge: DEVICE_SECONDS });
}

/** Forgets the present session; those in other tenants stay. */
export function forgetSession(reply: FastifyReply): void {
  void reply.clearCookie(SESSION_COOKIE, COOKIE_ATTRIBUTES);
}

function keepOthers(reply: FastifyReply, tokens: readonly string[]): void {
  if (tokens.length === 0) void reply.clearCookie(OTHER_SESSIONS_COOKIE, COOKIE_ATTRIBUTES);
  else void reply.setCookie(OTHER_SESSIONS_COOKIE, tokens.join(SEPARATOR), COOKIE_ATTRIBUTES);
}
