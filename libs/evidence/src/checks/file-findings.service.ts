import { Injectable } from '@nestjs/common';
import { type Actor, conditionsOf } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { LessThan } from 'typeorm';
import { FileFinding } from './file-finding.entity.js';

export interface FindingPage {
  readonly after?: string | undefined;
  readonly limit: number;
}

/** What the nightly check of stored files has found. */
@Injectable()
export class FileFindingsService {
  /** Newest first, settled ones included; `after` is the last id of the page before. */
  list(actor: Actor, { after, limit }: FindingPage): Promise<FileFinding[]> {
    conditionsOf(actor, 'read', 'FileFinding');
    const { manager, tenantId } = TenantContext;
    const where = { tenantId, ...(after && { id: LessThan(after) }) };
    return manager.find(FileFinding, { where, order: { id: 'DESC' }, take: limit });
  }
}
