import { type DynamicModule, Module } from '@nestjs/common';
import { APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import type { AbilityDeclaration } from './abilities.js';
import { ABILITY_DECLARATIONS, AbilityFactory } from './ability-factory.js';
import { AccessCheck } from './access.check.js';
import { AccessInterceptor } from './access.interceptor.js';

/**
 * Deny by default, and one tenant transaction a request; the features' declarations say what is permitted. Needs the
 * authenticator and the keeper of refusals from a global module.
 */
@Module({})
export class PermissionsModule {
  static forRoot(declarations: readonly AbilityDeclaration[]): DynamicModule {
    return {
      module: PermissionsModule,
      global: true,
      imports: [DiscoveryModule],
      providers: [
        { provide: ABILITY_DECLARATIONS, useValue: declarations },
        AbilityFactory,
        AccessCheck,
        { provide: APP_INTERCEPTOR, useClass: AccessInterceptor },
      ],
      exports: [AbilityFactory, AccessCheck],
    };
  }
}
