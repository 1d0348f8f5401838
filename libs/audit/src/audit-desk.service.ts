import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, conditionsOf } from '@shucu/permissions';
import { AUDIT_OPTIONS, type AuditOptions } from './audit.options.js';
import type { AuditQuery } from './audit.repository.js';
import { type AuditRecord, AuditService } from './audit.service.js';
import { AuditChainService } from './audit-chain.service.js';
import type { Verification } from './chain/verify-chain.js';
import { readPublicKey } from './seals/signing-key.js';

/** What an auditor does with the log of the open tenant: look, take it away, and have it verified. */
@Injectable()
export class AuditDeskService {
  constructor(
    private readonly audit: AuditService,
    private readonly chain: AuditChainService,
    @Inject(AUDIT_OPTIONS) private readonly options: AuditOptions,
  ) {}

  /** The latest entries that fit. */
  list(actor: Actor, query: AuditQuery): Promise<AuditRecord[]> {
    conditionsOf(actor, 'read', 'AuditEntry');
    return this.audit.list(query);
  }

  /** The whole log as lines of JSON, which can be verified without this system; that it was taken is itself recorded. */
  async export(actor: Actor): Promise<Readable> {
    conditionsOf(actor, 'export', 'AuditEntry');
    await this.audit.note({ action: 'audit.export', subject: 'audit_entry', result: 'done' });
    return Readable.from(this.chain.exportLines(actor.tenantId));
  }

  /** Follows the log from its first entry, and holds it against the seals where this process can reach them. */
  async verify(actor: Actor): Promise<Verification> {
    conditionsOf(actor, 'verify', 'AuditEntry');
    const { signingKeyFile } = this.options;
    const keys = signingKeyFile ? [await readPublicKey(signingKeyFile)] : [];
    const verification = await this.chain.verify(actor.tenantId, keys);
    await this.audit.note({
      action: 'audit.verify',
      subject: 'audit_entry',
      result: 'done',
      details: { ...verification },
    });
    return verification;
  }
}
