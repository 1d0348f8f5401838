import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, conditionsOf } from '@shucu/permissions';
import { AUDIT_OPTIONS, type AuditOptions } from './audit.options.js';
import type { AuditQuery } from './audit.repository.js';
import { type AuditRecord, AuditService } from './audit.service.js';
import { AuditChainService } from './audit-chain.service.js';
import type { AuditAlgorithm } from './chain/chain-entry.js';
import type { Verification } from './chain/verify-chain.js';
import { readPublicKey } from './seals/signing-key.js';
import { WholeReadings } from './whole-readings.js';

/** What an auditor does with the log of the open tenant: look, take it away, and have it verified. */
@Injectable()
export class AuditDeskService {
  constructor(
    private readonly audit: AuditService,
    private readonly chain: AuditChainService,
    private readonly readings: WholeReadings,
    @Inject(AUDIT_OPTIONS) private readonly options: AuditOptions,
  ) {}

  /** The latest entries that fit. */
  list(actor: Actor, query: AuditQuery): Promise<AuditRecord[]> {
    conditionsOf(actor, 'read', 'AuditEntry');
    return this.audit.list(query);
  }

  /** With what new entries are hashed. */
  algorithm(actor: Actor): Promise<AuditAlgorithm> {
    conditionsOf(actor, 'read', 'AuditEntry');
    return this.audit.algorithm();
  }

  /** Has entries hashed with this algorithm, from that of this very change on; those before keep theirs (等保三级: 国密). */
  async useAlgorithm(actor: Actor, algorithm: AuditAlgorithm): Promise<void> {
    conditionsOf(actor, 'configure', 'AuditEntry');
    await this.audit.useAlgorithm(algorithm);
  }

  /**
   * The whole log as lines of JSON, which can be verified without this system; that it was taken is itself recorded. Throws
   * `audit.busy`.
   */
  async export(actor: Actor): Promise<Readable> {
    conditionsOf(actor, 'export', 'AuditEntry');
    this.readings.refuseWhileBusy(actor.tenantId);
    await this.audit.note({ action: 'audit.export', subject: 'audit_entry', result: 'done' });
    return Readable.from(this.exportedLines(actor.tenantId));
  }

  /** Follows the log from its first entry, and holds it against the seals where this process can reach them. Throws `audit.busy`. */
  async verify(actor: Actor): Promise<Verification> {
    conditionsOf(actor, 'verify', 'AuditEntry');
    const { signingKeyFile } = this.options;
    const keys = signingKeyFile ? [await readPublicKey(signingKeyFile)] : [];
    const end = this.readings.begin(actor.tenantId);
    const verification = await this.chain.verify(actor.tenantId, keys).finally(end);
    await this.audit.note({
      action: 'audit.verify',
      subject: 'audit_entry',
      result: 'done',
      details: { ...verification },
    });
    return verification;
  }

  /** Begins with the first line that is asked for: who never asks holds nobody up. */
  private async *exportedLines(tenantId: string): AsyncGenerator<string> {
    const end = this.readings.begin(tenantId);
    try {
      yield* this.chain.exportLines(tenantId);
    } finally {
      end();
    }
  }
}
