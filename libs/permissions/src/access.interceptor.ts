import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AppError } from '@shucu/kernel';
import { type AuditActor, AuditContext, TenancyService } from '@shucu/tenancy';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { Actor } from './actor.js';
import { AUTHENTICATOR, type Authenticator } from './authenticator.js';
import { REFUSALS, type Refusals } from './refusals.js';
import { ACCESS, type Access, type ActorRequest } from './requires.decorator.js';

/** Who acts as long as nobody has proven to be somebody. */
const STRANGER: AuditActor = { kind: 'public', id: null, name: '未登录' };

/**
 * Denies by default: an endpoint without `@Requires` or `@Public` is closed to everybody. Any other request runs in one
 * transaction of the caller's tenant, the proof of who is calling included, and commits as a whole or not at all; what is
 * refused is kept.
 */
@Injectable()
export class AccessInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly tenancy: TenancyService,
    @Inject(AUTHENTICATOR) private readonly authenticator: Authenticator,
    @Inject(REFUSALS) private readonly refusals: Refusals,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    if (!access) throw new AppError('auth.forbidden');
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const action = `${context.getClass().name}.${context.getHandler().name}`;
    const act = (): Promise<unknown> => lastValueFrom(next.handle(), { defaultValue: undefined });
    const work = 'public' in access ? act : () => this.asCaller(access, request, act);
    return from(AuditContext.run({ requestId: request.id, address: request.ip, action, actor: STRANGER }, work));
  }

  private async asCaller(
    access: Exclude<Access, { public: true }>,
    request: ActorRequest,
    act: () => Promise<unknown>,
  ): Promise<unknown> {
    const credential = this.authenticator.read(request);
    if (!credential) throw new AppError('auth.required');
    try {
      return await this.tenancy.transactionByCode(
        credential.tenantCode,
        () => new AppError('auth.required'),
        async () => {
          const actor = await credential.actor();
          if (!actor) throw new AppError('auth.required');
          request.actor = actor;
          refuseUnlessPermitted(actor, access);
          const answer = await act();
          await credential.touch();
          return answer;
        },
      );
    } catch (error) {
      if (error instanceof AppError) await this.refusals.record(credential.tenantCode, request.actor ?? null, error);
      throw error;
    }
  }
}

function refuseUnlessPermitted(
  { ability, pending }: Actor,
  { action, subject }: Exclude<Access, { public: true }>,
): void {
  if (ability.can(action, subject)) return;
  if (pending === 'password') throw new AppError('auth.passwordFirst');
  if (pending === 'twoFactor') throw new AppError('auth.twoFactorFirst');
  throw new AppError('auth.forbidden');
}
