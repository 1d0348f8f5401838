import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AppError } from '@shucu/kernel';
import { abilityOf } from './abilities.js';
import type { Actor } from './actor.js';
import { ACCESS, type Access, type ActorRequest } from './requires.decorator.js';

export const AUTHENTICATOR = Symbol('Authenticator');

/** Turns a credential into the person behind it; nothing when the credential is not valid, without saying why. */
export interface Authenticator {
  authenticate(authorization: string | undefined): Promise<Actor | null>;
}

/** Denies by default: an endpoint without `@Requires` or `@Public` is closed to everybody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(AUTHENTICATOR) private readonly authenticator: Authenticator,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    if (!access) throw new AppError('auth.forbidden');
    if ('public' in access) return true;
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const actor = await this.authenticator.authenticate(request.headers['authorization'] as string | undefined);
    if (!actor) throw new AppError('auth.required');
    if (!abilityOf(actor).can(access.action, access.subject)) throw new AppError('auth.forbidden');
    request.actor = actor;
    return true;
  }
}
