import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { type Environment, publicUrlOf } from '@shucu/kernel';
import { CrossSiteGuard } from './cross-site.guard.js';
import { RateLimits } from './rate-limits.js';

/** What stands before every endpoint, whoever calls. */
@Module({})
export class EdgeModule {
  static forRoot(environment: Environment): DynamicModule {
    const own = { publicOrigin: publicUrlOf(environment).origin, trustHost: environment.NODE_ENV !== 'production' };
    return {
      module: EdgeModule,
      providers: [
        { provide: APP_GUARD, useFactory: () => new CrossSiteGuard(own) },
        { provide: RateLimits, useFactory: () => new RateLimits(environment) },
      ],
    };
  }
}
