import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { AccessCheck } from './access.check.js';
import { AccessInterceptor } from './access.interceptor.js';

/** Deny by default, and one tenant transaction a request. Needs an {@link AUTHENTICATOR} from a global module. */
@Module({
  imports: [DiscoveryModule],
  providers: [AccessCheck, { provide: APP_INTERCEPTOR, useClass: AccessInterceptor }],
})
export class PermissionsModule {}
