import type { KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AUDIT_OPTIONS, type AuditOptions } from './audit.options.js';
import { exportedLines } from './chain/exported-chain.js';
import { openStoredChain } from './chain/stored-chain.js';
import { type Verification, verifyChain } from './chain/verify-chain.js';
import type { Seal } from './seals/seal.js';
import { SealFile } from './seals/seal-file.js';

/** Reads a tenant's whole log, on a connection of its own; asks for no permission. */
@Injectable()
export class AuditChainService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(AUDIT_OPTIONS) private readonly options: AuditOptions,
  ) {}

  /** Follows the chain from its first entry, and holds it against the seals where they and a key are at hand. */
  async verify(tenantId: string, keys: readonly KeyObject[], sealsDirectory?: string): Promise<Verification> {
    const seals = this.sealsOf(tenantId, keys.length > 0, sealsDirectory);
    const { entries, close } = await openStoredChain(this.dataSource, tenantId);
    try {
      return await verifyChain({ tenantId, entries, seals, keys });
    } finally {
      await close();
    }
  }

  /** The log as lines of JSON, each with its end: header, entries as they were hashed, seals (those this process can reach). */
  async *exportLines(tenantId: string): AsyncGenerator<string> {
    const { code, algorithm, readAt, entries, close } = await openStoredChain(this.dataSource, tenantId);
    try {
      yield* exportedLines({ tenantId, code, algorithm, exportedAt: readAt }, entries, this.sealsOf(tenantId));
    } finally {
      await close();
    }
  }

  private sealsOf(tenantId: string, areWanted = true, directory = this.options.sealsDirectory): AsyncGenerator<Seal> {
    return directory && areWanted ? new SealFile(directory, tenantId).seals() : noSeals();
  }
}

async function* noSeals(): AsyncGenerator<never> {
  // A log without seals is followed by itself.
}
