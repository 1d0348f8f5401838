import { RouteConfig } from '@nestjs/platform-fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route takes a piece of a file instead of JSON. */
    takesPiece?: true;
  }
}

/** Lets an endpoint take a piece of a file, of at most 4 MiB, where all others take JSON only. */
export const TakesPiece = (): MethodDecorator => RouteConfig({ takesPiece: true });
