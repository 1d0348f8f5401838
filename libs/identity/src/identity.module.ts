import { Global, Module } from '@nestjs/common';
import { AUTHENTICATOR } from '@shucu/permissions';
import { DevelopmentAuthenticator } from './development-authenticator.js';

/** Who is calling. */
@Global()
@Module({
  providers: [{ provide: AUTHENTICATOR, useClass: DevelopmentAuthenticator }],
  exports: [AUTHENTICATOR],
})
export class IdentityModule {}
