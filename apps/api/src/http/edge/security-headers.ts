import { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';

const DOCS = '/api/docs';

type Policy = Readonly<Record<string, string[]>>;
type Headers = Readonly<Record<string, string>>;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The headers of every answer of the route, where they are others than those of the api. */
    securityHeaders?: Headers;
  }
}

/** What the api gives is data: nothing in it is ever run, shown, framed or sent anywhere. */
const API_POLICY: Policy = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/** Swagger UI: scripts from our files only; its markup carries styles of its own. */
const DOCS_POLICY: Policy = {
  ...API_POLICY,
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
};

const YEAR_SECONDS = 31_536_000;

/** No feature of a browser that a page of data could ask for. */
const PERMISSIONS = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'usb',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

/**
 * Every answer, also to what is not found, tells browsers to run nothing of it, frame it nowhere, keep no copy and say nothing
 * of where they were; where the platform is reached by https, never to come by http again. Call it before any route is there.
 */
export function sendSecurityHeaders(fastify: FastifyInstance, publicUrl: URL): void {
  const ofApi = securityHeaders(publicUrl);
  const ofDocs = securityHeaders(publicUrl, DOCS_POLICY);
  fastify.addHook('onRoute', (route) => {
    if (route.url.startsWith(DOCS)) route.config = { ...route.config, securityHeaders: ofDocs };
  });
  fastify.addHook('onRequest', async (request, reply) => {
    reply.headers(request.routeOptions.config.securityHeaders ?? ofApi);
  });
}

/** The headers themselves, made once, as they are the same for every request. */
export function securityHeaders(publicUrl: URL, directives: Policy = API_POLICY): Headers {
  const answer = new ServerResponse(new IncomingMessage(null as never));
  const protect = helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: publicUrl.protocol === 'https:' && { maxAge: YEAR_SECONDS, includeSubDomains: true },
  });
  protect(answer.req, answer, () => undefined);
  return {
    ...(answer.getHeaders() as Headers),
    'cache-control': 'no-store',
    'permissions-policy': PERMISSIONS,
  };
}
