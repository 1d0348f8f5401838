import { Injectable } from '@nestjs/common';
import { AuditService } from '@shucu/audit';
import { FileStore } from '@shucu/files';
import { OutboxService } from '@shucu/jobs';
import { AppError, canonicalJson, newId, sha256 } from '@shucu/kernel';
import { type Actor, scopeRows } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import type { QueryDeepPartialEntity, SelectQueryBuilder } from 'typeorm';
import { DOCUMENT_CONTRACTS, type DocumentKind } from '../render/index.js';
import { type TemplateChoice, TemplateSourceService } from '../templates/template-source.service.js';
import { Document } from './document.entity.js';
import { type DocumentAudience, NO_AUDIENCE } from './document-audience.js';
import { documentNumber, takeNumbers } from './document-numbers.js';
import type { DocumentSeries } from './document-series.js';
import { RENDER_DOCUMENT } from './documents.jobs.js';

/** One document to issue; `data` gets the number, as it usually stands in the text. */
export interface DocumentOrder {
  readonly kind: DocumentKind;
  readonly subjectId: string;
  /** Of a subject that has its document issued again, 2 and so on; the first when not given. */
  readonly subjectVersion?: number;
  /** Null for what concerns no one center; its bureau and lead are then told by the audience. */
  readonly centerId: string | null;
  /** Id of the category's plugin, whose template is taken unless the tenant has one of its own; null for no category. */
  readonly category: string | null;
  readonly title: string;
  /** Given out at once, or later by {@link DocumentsService.release}. */
  readonly released: boolean;
  /** Whom it concerns beside the province; of a document with a center the center's bureau and lead when not given. */
  readonly audience?: Partial<DocumentAudience>;
  readonly data: (number: string) => Record<string, unknown>;
}

const DOCUMENT_FORMS = { html: 'htmlHash', pdf: 'pdfHash', docx: 'docxHash' } as const;
export type DocumentForm = keyof typeof DOCUMENT_FORMS;

export interface DocumentPage {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly kind?: string | undefined;
  readonly centerId?: string | undefined;
}

/** A document without the data it is made from, which may be large. */
export type DocumentSummary = Omit<Document, 'data'>;

/** Issues numbered documents and gives them out. */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly outbox: OutboxService,
    private readonly files: FileStore,
    private readonly audit: AuditService,
    private readonly templates: TemplateSourceService,
  ) {}

  /** Issues the documents in order, each with the next number; in the caller's transaction, so all of it happens or nothing. */
  async issue({ series, prefix, year }: DocumentSeries, orders: readonly DocumentOrder[]): Promise<Document[]> {
    if (orders.length === 0) return [];
    const { manager, tenantId } = TenantContext;
    const first = await takeNumbers(series, year, orders.length);
    const choices = await this.chooseTemplates(orders);
    const rows = orders.map(({ data, audience, category, subjectVersion = 1, ...order }, index) => {
      const place = { ...first, number: first.number + index };
      const number = documentNumber(prefix, place);
      const frozen = data(number);
      return manager.create(Document, {
        ...order,
        ...NO_AUDIENCE,
        ...audience,
        ...choices.get(choiceKey(order.kind, category)),
        layout: DOCUMENT_CONTRACTS[order.kind].layout,
        tenantId,
        id: newId(),
        subjectVersion,
        series,
        seriesYear: year,
        seriesNumber: place.number,
        number,
        data: frozen,
        dataHash: sha256(canonicalJson(frozen)),
        state: 'pending',
      });
    });
    for (let at = 0; at < rows.length; at += 200)
      await manager.insert(Document, rows.slice(at, at + 200) as QueryDeepPartialEntity<Document>[]);
    await this.outbox.enqueueAll(
      RENDER_DOCUMENT,
      rows.map(({ id }) => ({ documentId: id })),
    );
    return rows;
  }

  async get(actor: Actor, id: string): Promise<DocumentSummary> {
    const found = await this.visible(actor).andWhere('document.id = :id', { id }).getOne();
    if (!found) throw new AppError('resource.notFound');
    return found;
  }

  /** Newest first; `after` is the last id of the page before. */
  list(actor: Actor, { after, limit, kind, centerId }: DocumentPage): Promise<DocumentSummary[]> {
    const query = this.visible(actor).orderBy('document.id', 'DESC').limit(limit);
    if (after) query.andWhere('document.id < :after', { after });
    if (kind) query.andWhere('document.kind = :kind', { kind });
    if (centerId) query.andWhere('document.center_id = :centerId', { centerId });
    return query.getMany();
  }

  /** Everything issued about some subjects before a moment of statutory time that the actor may read, in order of issue. */
  ofSubjects(actor: Actor, subjectIds: readonly string[], before: Date): Promise<DocumentSummary[]> {
    return this.visible(actor)
      .andWhere('document.subject_id = ANY (:subjectIds) AND document.issued_at < :before', { subjectIds, before })
      .orderBy('document.id')
      .getMany();
  }

  /** The bytes of one form, checked against their hash; that they were taken is recorded. */
  async content(actor: Actor, id: string, form: DocumentForm): Promise<{ document: DocumentSummary; content: Buffer }> {
    const document = await this.get(actor, id);
    const hash = document[DOCUMENT_FORMS[form]];
    if (!hash) throw new AppError('document.notReady');
    const content = await this.files.get(document.tenantId, hash, form);
    await this.audit.note({
      action: 'document.download',
      subject: 'document',
      subjectId: id,
      result: 'done',
      details: { form, hash },
    });
    return { document, content };
  }

  /**
   * Has a failed document made again, from the same data and under the same number; in the caller's transaction. Gives its
   * number and the state it was in: one in another state than `failed` is left alone. Throws `resource.notFound`.
   */
  async renderAgain(id: string): Promise<Pick<Document, 'number' | 'state'>> {
    const { manager, tenantId } = TenantContext;
    const document = await manager.findOne(Document, {
      where: { tenantId, id },
      select: { tenantId: true, id: true, number: true, state: true },
      lock: { mode: 'pessimistic_write' },
    });
    if (!document) throw new AppError('resource.notFound');
    if (document.state === 'failed') {
      await manager.update(Document, { tenantId, id }, { state: 'pending', error: null, renderedAt: null });
      await this.outbox.enqueue(RENDER_DOCUMENT, { documentId: id });
    }
    return { number: document.number, state: document.state };
  }

  /** Gives the documents of the subjects out to those whom they concern. */
  async release(kind: string, subjectIds: readonly string[]): Promise<void> {
    const { manager, tenantId } = TenantContext;
    await manager
      .createQueryBuilder()
      .update(Document)
      .set({ released: true })
      .where('tenant_id = :tenantId AND kind = :kind AND subject_id = ANY (:subjectIds)', {
        tenantId,
        kind,
        subjectIds,
      })
      .execute();
  }

  /** The number of the document of the kind that was issued for the subject last, if any. */
  async numberOf(kind: string, subjectId: string): Promise<string | null> {
    const { manager, tenantId } = TenantContext;
    const found = await manager.findOne(Document, {
      where: { tenantId, kind, subjectId },
      select: { id: true, number: true },
      order: { subjectVersion: 'DESC' },
    });
    return found?.number ?? null;
  }

  /** The template of each kind and category that is ordered, looked up once. */
  private async chooseTemplates(orders: readonly DocumentOrder[]): Promise<ReadonlyMap<string, TemplateChoice>> {
    const choices = new Map<string, TemplateChoice>();
    for (const { kind, category } of orders) {
      const key = choiceKey(kind, category);
      if (!choices.has(key)) choices.set(key, await this.templates.choose(kind, category));
    }
    return choices;
  }

  private visible(actor: Actor): SelectQueryBuilder<Document> {
    const { manager, tenantId } = TenantContext;
    const summary = manager.connection
      .getMetadata(Document)
      .columns.filter(({ propertyName }) => propertyName !== 'data');
    const query = manager
      .createQueryBuilder(Document, 'document')
      .select(summary.map(({ propertyName }) => `document.${propertyName}`))
      .leftJoin('center', 'center', 'center.tenant_id = document.tenant_id AND center.id = document.center_id')
      .where('document.tenant_id = :tenantId', { tenantId });
    const columns = {
      regionId: 'coalesce(document.region_id, center.region_id)',
      leadOrganizationId: 'coalesce(document.organization_id, center.lead_organization_id)',
      accountId: 'document.account_id',
      released: 'document.released',
      public: 'document.public',
      confidential: 'document.confidential',
    };
    return scopeRows(query, columns, actor, 'read', 'Document');
  }
}

function choiceKey(kind: DocumentKind, category: string | null): string {
  return `${kind} ${category ?? ''}`;
}
