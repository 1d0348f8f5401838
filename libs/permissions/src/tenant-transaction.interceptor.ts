import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { TenancyService } from '@shucu/tenancy';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { ActorRequest } from './requires.decorator.js';

/** Runs every authenticated request in one transaction of the caller's tenant: it commits as a whole or not at all. */
@Injectable()
export class TenantTransactionInterceptor implements NestInterceptor {
  constructor(private readonly tenancy: TenancyService) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { actor } = context.switchToHttp().getRequest<ActorRequest>();
    if (!actor) return next.handle();
    return from(
      this.tenancy.transaction(actor.tenantId, () => lastValueFrom(next.handle(), { defaultValue: undefined })),
    );
  }
}
