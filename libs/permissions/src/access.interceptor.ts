import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AppError } from '@shucu/kernel';
import { TenancyService } from '@shucu/tenancy';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { abilityOf } from './abilities.js';
import type { Actor } from './actor.js';
import { ACCESS, type Access, type ActorRequest } from './requires.decorator.js';

export const AUTHENTICATOR = Symbol('Authenticator');

/** A credential of valid form: it names its tenant in the clear, and proves itself inside that tenant's transaction. */
export interface Credential {
  readonly tenantCode: string;
  /** The person behind it, read in the open tenant transaction; nothing when the credential is not valid, without saying why. */
  actor(): Promise<Actor | null>;
}

/** Reads a credential out of an `Authorization` header; nothing when there is none of a form that it knows. */
export interface Authenticator {
  read(authorization: string | undefined): Credential | null;
}

/**
 * Denies by default: an endpoint without `@Requires` or `@Public` is closed to everybody. Any other request runs in one
 * transaction of the caller's tenant, the proof of who is calling included, and commits as a whole or not at all.
 */
@Injectable()
export class AccessInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly tenancy: TenancyService,
    @Inject(AUTHENTICATOR) private readonly authenticator: Authenticator,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    if (!access) throw new AppError('auth.forbidden');
    if ('public' in access) return next.handle();
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const credential = this.authenticator.read(request.headers['authorization'] as string | undefined);
    if (!credential) throw new AppError('auth.required');
    const asCaller = async (): Promise<unknown> => {
      const actor = await credential.actor();
      if (!actor) throw new AppError('auth.required');
      if (!abilityOf(actor).can(access.action, access.subject)) throw new AppError('auth.forbidden');
      request.actor = actor;
      return lastValueFrom(next.handle(), { defaultValue: undefined });
    };
    const refusal = () => new AppError('auth.required');
    return from(this.tenancy.transactionByCode(credential.tenantCode, refusal, asCaller));
  }
}
