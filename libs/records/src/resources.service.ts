import { Injectable } from '@nestjs/common';
import { CentersService } from '@shucu/centers';
import { newId } from '@shucu/kernel';
import type { Actor } from '@shucu/permissions';
import { PluginRegistry } from '@shucu/plugin-host';
import { TenantContext } from '@shucu/tenancy';
import { Ledger, type LedgerPage } from './ledger.js';
import type { LedgerInput } from './record.types.js';
import { Resource } from './resource.entity.js';
import type { Verification } from './subject-columns.js';
import { checkVocabulary } from './vocabulary-check.js';

export interface NewResource extends LedgerInput {
  readonly kind: string;
  readonly partnerKind: string | null;
  readonly acquiredOn: string;
  readonly retiredOn: string | null;
}

export interface ResourcePage extends LedgerPage {
  readonly kind?: string | undefined;
}

/** The ledger of resources (资源台账): what a center holds. */
@Injectable()
export class ResourcesService {
  private readonly ledger: Ledger<Resource>;

  constructor(
    private readonly centers: CentersService,
    private readonly plugins: PluginRegistry,
  ) {
    this.ledger = new Ledger(Resource, 'Resource', centers);
  }

  async create(actor: Actor, input: NewResource): Promise<Resource> {
    const center = await this.centers.writable(actor, input.centerId, 'create', 'Resource');
    checkVocabulary(this.plugins.get(center.category), input);
    const { manager, tenantId } = TenantContext;
    const row = manager.create(Resource, {
      ...input,
      evidence: [...input.evidence],
      tenantId,
      id: newId(),
      verification: 'unverified',
      status: 'active',
      createdBy: actor.accountId,
    });
    await manager.insert(Resource, row);
    return row;
  }

  get(actor: Actor, id: string): Promise<Resource> {
    return this.ledger.get(actor, id);
  }

  list(actor: Actor, { kind, ...page }: ResourcePage): Promise<Resource[]> {
    const query = this.ledger.page(actor, page);
    if (kind) query.andWhere('row.kind = :kind', { kind });
    return query.getMany();
  }

  async update(actor: Actor, id: string, version: number, change: Partial<NewResource>): Promise<Resource> {
    const { category } = await this.centers.reachable(
      actor,
      (await this.get(actor, id)).centerId,
      'update',
      'Resource',
    );
    checkVocabulary(this.plugins.get(category), change);
    const { evidence, ...rest } = change;
    return this.ledger.change(actor, id, version, { ...rest, ...(evidence && { evidence: [...evidence] }) });
  }

  void(actor: Actor, id: string, version: number, reason: string): Promise<Resource> {
    return this.ledger.void(actor, id, version, reason);
  }

  verify(actor: Actor, id: string, version: number, verification: Verification): Promise<Resource> {
    return this.ledger.verify(actor, id, version, verification);
  }
}
