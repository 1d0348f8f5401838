import '@fastify/cookie';
import {
  type BroughtTokens,
  type ClientTrace,
  COOKIE_ATTRIBUTES,
  cookieOf,
  DEVICE_COOKIE,
  OTHER_SESSIONS_COOKIE,
  readSecretToken,
  SESSION_COOKIE,
  type SignedIn,
  tokensIn,
} from '@shucu/identity';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A browser is remembered for as long as people keep one. */
const DEVICE_SECONDS = 400 * 24 * 3600;

/** From where somebody comes to sign in, and what the browser has from before. */
export function comingOf(request: FastifyRequest): ClientTrace & BroughtTokens {
  return {
    address: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
    sessionTokens: [...tokensIn(request.cookies[SESSION_COOKIE]), ...otherTokens(request)],
    deviceTokens: tokensIn(request.cookies[DEVICE_COOKIE]),
  };
}

/** The tokens of the sessions in other tenants that the browser holds beside the present one. */
export function otherTokens({ cookies }: FastifyRequest): string[] {
  return tokensIn(cookies[OTHER_SESSIONS_COOKIE]);
}

/** The codes of the tenants of those sessions; whether they still hold is seen upon the switch. */
export function otherTenants(request: FastifyRequest): string[] {
  return otherTokens(request).flatMap((token) => tenantOf(token) ?? []);
}

/** Makes a token the present session; the session before, where it is of another tenant, is kept beside it. */
export function presentSession(request: FastifyRequest, reply: FastifyReply, token: string): void {
  const before = [...tokensIn(request.cookies[SESSION_COOKIE]), ...otherTokens(request)];
  const others = before.filter(
    (one, at) =>
      tenantOf(one) !== tenantOf(token) && before.findIndex((other) => tenantOf(other) === tenantOf(one)) === at,
  );
  void reply.setCookie(SESSION_COOKIE, token, COOKIE_ATTRIBUTES);
  keepOthers(reply, others);
}

/** The session that was just begun, and the browser that is now known. */
export function signedIn(request: FastifyRequest, reply: FastifyReply, { sessionToken, deviceToken }: SignedIn): void {
  presentSession(request, reply, sessionToken);
  rememberDevice(request, reply, deviceToken);
}

/** The browser is known to one more account. */
export function rememberDevice(request: FastifyRequest, reply: FastifyReply, deviceToken: string): void {
  const devices = cookieOf([deviceToken, ...tokensIn(request.cookies[DEVICE_COOKIE])]);
  void reply.setCookie(DEVICE_COOKIE, devices, { ...COOKIE_ATTRIBUTES, maxAge: DEVICE_SECONDS });
}

/** Forgets the present session; those in other tenants stay. */
export function forgetSession(reply: FastifyReply): void {
  void reply.clearCookie(SESSION_COOKIE, COOKIE_ATTRIBUTES);
}

/** Forgets the session of a tenant that is not the present one. */
export function forgetOther(request: FastifyRequest, reply: FastifyReply, tenantCode: string): void {
  keepOthers(
    reply,
    otherTokens(request).filter((token) => tenantOf(token) !== tenantCode),
  );
}

function keepOthers(reply: FastifyReply, tokens: readonly string[]): void {
  if (tokens.length === 0) void reply.clearCookie(OTHER_SESSIONS_COOKIE, COOKIE_ATTRIBUTES);
  else void reply.setCookie(OTHER_SESSIONS_COOKIE, cookieOf(tokens), COOKIE_ATTRIBUTES);
}

function tenantOf(token: string): string | undefined {
  return readSecretToken(token)?.tenantCode;
}
