import { Injectable } from '@nestjs/common';
import { AppError, newId, sha256 } from '@shucu/kernel';
import { type Actor, conditionsOf } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { WorkflowService } from '@shucu/workflow';
import type { DocumentKind } from '../render/index.js';
import { DocumentTemplate } from './document-template.entity.js';
import { DOCUMENT_TEMPLATE_MACHINE } from './document-template.machine.js';
import { checkSource } from './template-check.js';
import { TemplatePreviewService } from './template-preview.service.js';

/** A form in which a template can be looked at before it counts. */
export type PreviewForm = 'html' | 'pdf';

export interface NewDocumentTemplate {
  readonly kind: DocumentKind;
  readonly source: string;
}

/** A template as lists show it: without its text. */
export type DocumentTemplateSummary = Omit<DocumentTemplate, 'source'>;

/** The templates that a tenant writes in the place of the plugins' and the platform's. */
@Injectable()
export class DocumentTemplatesService {
  constructor(
    private readonly workflow: WorkflowService,
    private readonly previews: TemplatePreviewService,
  ) {}

  /** Newest first, of one kind or of all; `after` is the last id of the page before. */
  list(
    actor: Actor,
    { after, limit, kind }: { after?: string | undefined; limit: number; kind?: DocumentKind | undefined },
  ): Promise<DocumentTemplateSummary[]> {
    conditionsOf(actor, 'read', 'DocumentTemplate');
    const { manager, tenantId } = TenantContext;
    const columns = manager.connection
      .getMetadata(DocumentTemplate)
      .columns.filter(({ propertyName }) => propertyName !== 'source');
    const query = manager
      .createQueryBuilder(DocumentTemplate, 'template')
      .select(columns.map(({ propertyName }) => `template.${propertyName}`))
      .where('template.tenant_id = :tenantId', { tenantId })
      .orderBy('template.id', 'DESC')
      .limit(limit);
    if (after) query.andWhere('template.id < :after', { after });
    if (kind) query.andWhere('template.kind = :kind', { kind });
    return query.getMany();
  }

  get(actor: Actor, id: string): Promise<DocumentTemplate> {
    conditionsOf(actor, 'read', 'DocumentTemplate');
    return this.one(id);
  }

  /** Keeps a draft; refuses one with faults (`document.template`), naming all of them with their lines. */
  async create(actor: Actor, { kind, source }: NewDocumentTemplate): Promise<DocumentTemplate> {
    conditionsOf(actor, 'create', 'DocumentTemplate');
    checkSource(kind, source);
    const { manager, tenantId } = TenantContext;
    await this.lockKind(kind);
    const earlier = await manager.countBy(DocumentTemplate, { tenantId, kind });
    const id = newId();
    await manager.insert(DocumentTemplate, {
      tenantId,
      id,
      kind,
      number: earlier + 1,
      source,
      sourceHash: sha256(source),
      state: 'draft',
      version: 1,
      createdBy: actor.accountId,
    });
    await this.workflow.begin(DOCUMENT_TEMPLATE_MACHINE, { id, actor, state: 'draft' });
    return this.one(id);
  }

  /** Replaces the text of a draft; refuses faults, a version that is no longer current, and what is no draft any more. */
  async change(actor: Actor, id: string, version: number, source: string): Promise<DocumentTemplate> {
    conditionsOf(actor, 'create', 'DocumentTemplate');
    const { kind } = await this.one(id);
    checkSource(kind as DocumentKind, source);
    const change = { source, source_hash: sha256(source) };
    await this.workflow.take(DOCUMENT_TEMPLATE_MACHINE, { id, transition: 'change', actor, version, change });
    return this.one(id);
  }

  /** What it would write, over the data of an invented case. */
  async preview(actor: Actor, id: string, form: PreviewForm): Promise<Buffer> {
    const { kind, source } = await this.get(actor, id);
    const document = await this.previews.render(kind as DocumentKind, source);
    return form === 'pdf' ? document.pdf : Buffer.from(document.html);
  }

  /**
   * From now on documents of the kind are made from it, those that have their number already are not; the one that was in force
   * is retired. Refuses a template from which no document comes out.
   */
  async enterIntoForce(actor: Actor, id: string, version: number): Promise<DocumentTemplate> {
    conditionsOf(actor, 'enterIntoForce', 'DocumentTemplate');
    const { manager, tenantId } = TenantContext;
    const draft = await this.one(id);
    const kind = draft.kind as DocumentKind;
    // It may have been written for the data of an earlier version of the platform.
    checkSource(kind, draft.source);
    await this.previews.render(kind, draft.source);
    await this.lockKind(kind);
    const former = await manager.findOneBy(DocumentTemplate, { tenantId, kind, state: 'inForce' });
    if (former && former.id !== id) await this.end(actor, former.id, undefined, { replacedBy: id });
    const change = { in_force_at: await this.now() };
    await this.workflow.take(DOCUMENT_TEMPLATE_MACHINE, { id, transition: 'enterIntoForce', actor, version, change });
    return this.one(id);
  }

  /** From now on documents of the kind are made from the plugin's or the platform's template again. */
  async retire(actor: Actor, id: string, version: number): Promise<DocumentTemplate> {
    conditionsOf(actor, 'enterIntoForce', 'DocumentTemplate');
    await this.end(actor, id, version, {});
    return this.one(id);
  }

  private async end(actor: Actor, id: string, version: number | undefined, details: object): Promise<void> {
    const change = { retired_at: await this.now() };
    await this.workflow.take(DOCUMENT_TEMPLATE_MACHINE, {
      id,
      transition: 'retire',
      actor,
      ...(version !== undefined && { version }),
      details: { ...details },
      change,
    });
  }

  private async one(id: string): Promise<DocumentTemplate> {
    const { manager, tenantId } = TenantContext;
    const found = await manager.findOneBy(DocumentTemplate, { tenantId, id });
    if (!found) throw new AppError('resource.notFound');
    return found;
  }

  /** The statutory now: what a document is made from belongs to the course of a case. */
  private async now(): Promise<Date> {
    const [{ now }] = await TenantContext.manager.query<[{ now: Date }]>('SELECT statutory_now() AS now');
    return now;
  }

  /** One at a time takes a number of a kind, or comes into force for it. */
  private async lockKind(kind: string): Promise<void> {
    const { manager, tenantId } = TenantContext;
    const name = `document_template ${tenantId} ${kind}`;
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
  }
}
