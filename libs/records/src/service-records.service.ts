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
import { ServiceRecord } from './service-record.entity.js';
import type { Verification } from './subject-columns.js';
import { checkVocabulary } from './vocabulary-check.js';

export interface NewServiceRecord extends LedgerInput {
  readonly type: string;
  readonly servedOn: string;
  readonly headcount: number;
  /** Yuan as a decimal string. */
  readonly amount: string;
}

export interface ServiceRecordPage extends LedgerPage {
  readonly year?: number | undefined;
  readonly type?: string | undefined;
}

/** Service records (服务记录): what a center did for enterprises during the year. */
@Injectable()
export class ServiceRecordsService {
  private readonly ledger: Ledger<ServiceRecord>;

  constructor(
    private readonly centers: CentersService,
    private readonly plugins: PluginRegistry,
    private readonly evidence: EvidenceService,
  ) {
    this.ledger = new Ledger(ServiceRecord, 'ServiceRecord', centers);
  }

  async create(actor: Actor, input: NewServiceRecord): Promise<ServiceRecord> {
    const center = await this.centers.writable(actor, input.centerId, 'create', 'ServiceRecord');
    checkVocabulary(this.plugins.get(center.category), input);
    const { manager, tenantId } = TenantContext;
    const year = Number(input.servedOn.slice(0, 4));
    const row = manager.create(ServiceRecord, {
      ...input,
      evidence: [...input.evidence],
      tenantId,
      year,
      id: newId(),
      verification: 'unverified',
      status: 'active',
      createdBy: actor.accountId,
    });
    await manager.insert(ServiceRecord, row);
    if (row.evidence.length > 0) await this.cite(actor, row);
    return row;
  }

  get(actor: Actor, id: string): Promise<ServiceRecord> {
    return this.ledger.get(actor, id);
  }

  list(actor: Actor, { year, type, ...page }: ServiceRecordPage): Promise<ServiceRecord[]> {
    const query = this.ledger.page(actor, page);
    if (year) query.andWhere('row.year = :year', { year });
    if (type) query.andWhere('row.type = :type', { type });
    return query.getMany();
  }

  /** Changes fields of a record; a date in another year moves it, and what it cites, to that year. */
  async update(actor: Actor, id: string, version: number, change: Partial<NewServiceRecord>): Promise<ServiceRecord> {
    const { centerId } = await this.get(actor, id);
    const { category } = await this.centers.reachable(actor, centerId, 'update', 'ServiceRecord');
    checkVocabulary(this.plugins.get(category), change);
    const { evidence, servedOn, ...rest } = change;
    const changed = await this.ledger.change(actor, id, version, {
      ...rest,
      ...(evidence && { evidence: [...evidence] }),
      ...(servedOn && { servedOn, year: Number(servedOn.slice(0, 4)) }),
    });
    await this.cite(actor, changed);
    return changed;
  }

  /** A voided record no longer rests on anything; its files stay with it for whoever may read it. */
  async void(actor: Actor, id: string, version: number, reason: string): Promise<ServiceRecord> {
    const record = await this.ledger.void(actor, id, version, reason);
    await this.cite(actor, { ...record, evidence: [] });
    return record;
  }

  verify(actor: Actor, id: string, version: number, verification: Verification): Promise<ServiceRecord> {
    return this.ledger.verify(actor, id, version, verification);
  }

  /** Who may read it may have its files. */
  @EvidenceSubject('serviceRecord')
  async mayRead(actor: Actor, id: string): Promise<boolean> {
    return (await this.get(actor, id)) !== null;
  }

  /** Keeps the citations in step with what the record says. */
  private cite(
    actor: Actor,
    { id, centerId, year, evidence }: Pick<ServiceRecord, 'id' | 'centerId' | 'year' | 'evidence'>,
  ): Promise<void> {
    const place = { subjectKind: 'serviceRecord', subjectId: id, place: 'evidence', centerId, year };
    return this.evidence.cite(actor, place, fileIdsOf(evidence));
  }
}
