import { Global, Module } from '@nestjs/common';
import { TenancyService } from './tenancy.service.js';

/** Tenant transactions for every feature. */
@Global()
@Module({ providers: [TenancyService], exports: [TenancyService] })
export class TenancyModule {}
