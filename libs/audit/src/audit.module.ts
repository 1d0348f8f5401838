import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { AUDIT_OPTIONS, type AuditOptions } from './audit.options.js';
import { AuditService } from './audit.service.js';
import { AuditChainService } from './audit-chain.service.js';
import { AuditDeskService } from './audit-desk.service.js';
import { AuditSealer } from './seals/audit-sealer.js';
import { WholeReadings } from './whole-readings.js';

/** The audit log, for every feature. */
@Module({})
export class AuditModule {
  /** To note and to read. Needs a data source. */
  static forRoot(options: AuditOptions): DynamicModule {
    return moduleOf(options, []);
  }

  /** The same, and the heads are sealed on a schedule. Import it before the jobs: it seals once more when they have ended. */
  static forWorker(options: AuditOptions): DynamicModule {
    return moduleOf(options, [AuditSealer]);
  }
}

function moduleOf(options: AuditOptions, further: Provider[]): DynamicModule {
  const shared = [AuditService, AuditChainService, AuditDeskService];
  const own = [WholeReadings];
  return {
    module: AuditModule,
    global: true,
    providers: [{ provide: AUDIT_OPTIONS, useValue: options }, ...shared, ...own, ...further],
    exports: shared,
  };
}
