import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { AppError } from '@shucu/kernel';
import type { FastifyRequest } from 'fastify';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Where requests of browsers may come from. */
export interface OwnOrigin {
  readonly publicOrigin: string;
  /** Also the address that the request itself names, as in development, where the console may be served from elsewhere. */
  readonly trustHost: boolean;
}

/**
 * Refuses what another site makes a browser send: whatever can change something and carries no `Authorization` header, which
 * no other site can add, must show that it comes from a page of ours. Signing in is no exception, or a stranger could sign an
 * official in as somebody else. A program that sends neither `Sec-Fetch-Site` nor `Origin` is refused too.
 */
@Injectable()
export class CrossSiteGuard implements CanActivate {
  constructor(private readonly own: OwnOrigin) {}

  canActivate(context: ExecutionContext): boolean {
    const { method, headers } = context.switchToHttp().getRequest<FastifyRequest>();
    if (SAFE.has(method) || headers.authorization !== undefined || this.isOwn(headers)) return true;
    throw new AppError('auth.crossSite');
  }

  /** What the browser says of itself decides; only one that does not speak of it is asked for the origin. */
  private isOwn({ host, origin, 'sec-fetch-site': site }: FastifyRequest['headers']): boolean {
    if (site !== undefined) return site === 'same-origin' || site === 'none';
    if (origin === undefined) return false;
    return origin === this.own.publicOrigin || (this.own.trustHost && origin === `http://${host}`);
  }
}
