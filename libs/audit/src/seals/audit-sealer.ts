import type { KeyObject } from 'node:crypto';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { TenancyService } from '@shucu/tenancy';
import { AUDIT_OPTIONS, type AuditOptions } from '../audit.options.js';
import { FAULTS } from '../chain/chain-walk.js';
import { prepareSeals, SealFile } from './seal-file.js';
import { sealNewEntries } from './seal-new-entries.js';
import { readSigningKey } from './signing-key.js';

const DEFAULT_SECONDS = 60;

/** Signs the heads of all active tenants' logs, on a schedule and when the application ends. */
@Injectable()
export class AuditSealer implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Audit');
  private key: KeyObject | undefined;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    @Inject(AUDIT_OPTIONS) private readonly options: AuditOptions,
    private readonly tenancy: TenancyService,
  ) {}

  /** Throws where the key or the directory cannot be used; only warns where they are not set. */
  async onApplicationBootstrap(): Promise<void> {
    const { signingKeyFile, sealsDirectory, sealSeconds = DEFAULT_SECONDS } = this.options;
    if (!signingKeyFile || !sealsDirectory) {
      this.logger.warn('Audit logs are not sealed: set AUDIT_SIGNING_KEY_FILE and AUDIT_SEALS_DIR');
      return;
    }
    this.key = await readSigningKey(signingKeyFile);
    await prepareSeals(sealsDirectory);
    this.timer = setInterval(() => void this.sealAll(), sealSeconds * 1_000);
    void this.sealAll();
  }

  /** Runs after the jobs have ended and before the database is closed. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.sealAll();
  }

  /** Seals what is new, tenant by tenant, one round after the other; a tenant's fault is logged and stops no other. */
  sealAll(): Promise<void> {
    this.running = this.running.then(() => this.sealRound()).catch((error: Error) => this.report('sealing', error));
    return this.running;
  }

  private async sealRound(): Promise<void> {
    const { key } = this;
    const { sealsDirectory } = this.options;
    if (!key || !sealsDirectory) return;
    for (const { id, code } of await this.tenancy.listActive()) {
      try {
        const file = new SealFile(sealsDirectory, id);
        const bad = await this.tenancy.transaction(id, (manager) => sealNewEntries(manager, id, file, key));
        if (bad)
          this.logger.error(`The audit log of ${code} is not sealed from entry ${bad.seq} on: ${FAULTS[bad.why]}`);
      } catch (error) {
        this.report(code, error as Error);
      }
    }
  }

  private report(what: string, error: Error): void {
    this.logger.error(`${what}: ${error.message}`, error.stack);
  }
}
