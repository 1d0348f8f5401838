import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

const DOCS = '/api/docs';

type Policy = Readonly<Record<string, string[]>>;

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
const TRANSPORT_SECURITY = `max-age=${YEAR_SECONDS}; includeSubDomains`;

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
export async function sendSecurityHeaders(fastify: FastifyInstance, publicUrl: URL): Promise<void> {
  fastify.addHook('onRoute', (route) => {
    if (route.url.startsWith(DOCS)) route.config = { ...route.config, helmet: policy(DOCS_POLICY) } as never;
  });
  await fastify.register(helmet, {
    ...policy(API_POLICY),
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: publicUrl.protocol === 'https:' && { maxAge: YEAR_SECONDS, includeSubDomains: true },
  });
  fastify.addHook('onRequest', async (_request, reply) => {
    reply.headers({ 'cache-control': 'no-store', 'permissions-policy': PERMISSIONS });
  });
}

/** The headers of an answer that is given before any route and hook, such as to a malformed URL. */
export function bareHeaders(publicUrl: URL): Record<string, string> {
  return {
    'cache-control': 'no-store',
    'content-security-policy': Object.entries(API_POLICY)
      .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
      .join(';'),
    'x-content-type-options': 'nosniff',
    ...(publicUrl.protocol === 'https:' && { 'strict-transport-security': TRANSPORT_SECURITY }),
  };
}

function policy(directives: Policy) {
  return { contentSecurityPolicy: { useDefaults: false, directives } };
}
