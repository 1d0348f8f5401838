import { Injectable } from '@nestjs/common';
import { CentersService } from '@shucu/centers';
import { EvidenceService, EvidenceSubject } from '@shucu/evidence';
import { newId } from '@shucu/kernel';
import type { Actor } from '@shucu/permissions';
import { PluginRegistry } from '@shucu/plugin-host';
import { TenantContext } from '@shucu/tenancy';
import { fileIdsOf } from './evidence-reference.js';
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
    private readonly evidence: EvidenceService,
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
    if (row.evidence.length > 0) await this.cite(actor, row);
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

  /** Changes fields of a resource; what it cites goes with the year in which it was acquired. */
  async update(actor: Actor, id: string, version: number, change: Partial<NewResource>): Promise<Resource> {
    const { centerId } = await this.get(actor, id);
    const { category } = await this.centers.reachable(actor, centerId, 'update', 'Resource');
    checkVocabulary(this.plugins.get(category), change);
    const { evidence, ...rest } = change;
    const changed = await this.ledger.change(actor, id, version, {
      ...rest,
      ...(evidence && { evidence: [...evidence] }),
    });
    await this.cite(actor, changed);
    return changed;
  }

  /** A voided resource no longer rests on anything; its files stay with it for whoever may read it. */
  async void(actor: Actor, id: string, version: number, reason: string): Promise<Resource> {
    const resource = await this.ledger.void(actor, id, version, reason);
    await this.cite(actor, { ...resource, evidence: [] });
    return resource;
  }

  verify(actor: Actor, id: string, version: number, verification: Verification): Promise<Resource> {
    return this.ledger.verify(actor, id, version, verification);
  }

  /** Who may read it may have its files. */
  @EvidenceSubject('resource')
  async mayRead(actor: Actor, id: string): Promise<boolean> {
    return (await this.get(actor, id)) !== null;
  }

  /** Keeps the citations in step with what the resource says. */
  private cite(
    actor: Actor,
    { id, centerId, acquiredOn, evidence }: Pick<Resource, 'id' | 'centerId' | 'acquiredOn' | 'evidence'>,
  ): Promise<void> {
    const year = Number(acquiredOn.slice(0, 4));
    const place = { subjectKind: 'resource', subjectId: id, place: 'evidence', centerId, year };
    return this.evidence.cite(actor, place, fileIdsOf(evidence));
  }
}
