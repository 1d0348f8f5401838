import { RouteConfig } from '@nestjs/platform-fastify';

/** Stricter limits of single endpoints, beside the general one, in requests a minute and address. */
export const STRICT_LIMITS = {
  /** What is open to strangers and costs a hash of a password or a look for a secret. */
  signIn: 60,
  /** What occupies the database or the worker for long. */
  costly: 30,
} as const;

export type StrictLimit = keyof typeof STRICT_LIMITS;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The stricter limit of the route, or that it has none at all. */
    limit?: StrictLimit | 'none';
  }
}

/** Gives an endpoint a stricter limit of its own, or, for what a supervisor asks all the time, none at all. */
export const Limited = (limit: StrictLimit | 'none'): MethodDecorator => RouteConfig({ limit });
