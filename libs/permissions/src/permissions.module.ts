import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { AccessCheck } from './access.check.js';
import { AccessGuard } from './access.guard.js';
import { TenantTransactionInterceptor } from './tenant-transaction.interceptor.js';

/** Deny by default, and one tenant transaction a request. Needs an {@link AUTHENTICATOR} from a global module. */
@Module({
  imports: [DiscoveryModule],
  providers: [
    AccessCheck,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: TenantTransactionInterceptor },
  ],
})
export class PermissionsModule {}
