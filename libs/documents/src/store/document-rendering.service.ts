import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { FileStore } from '@shucu/files';
import { describeFailure, type JobContext, OnJob } from '@shucu/jobs';
import { AppError, canonicalJson, sha256 } from '@shucu/kernel';
import { PluginRegistry } from '@shucu/plugin-host';
import { TenancyService, TenantContext } from '@shucu/tenancy';
import { z } from 'zod';
import { DOCUMENT_CONTRACTS, type DocumentKind, type RenderedDocument, type Renderer } from '../render/index.js';
import { checkPluginTemplates } from '../templates/plugin-templates.js';
import type { TemplateBundle } from '../templates/template-bundle.js';
import { TemplateSourceService } from '../templates/template-source.service.js';
import { Document } from './document.entity.js';
import { RENDER_DOCUMENT } from './documents.jobs.js';

/** A template as it was when a document was made from it: kept, so that the document can be made again. */
const bundleSchema: z.ZodType<TemplateBundle> = z.object({
  source: z.string(),
  partials: z.record(z.string(), z.string()),
});

/** What a document is made again into, beside what is stored. */
export interface DocumentVerification {
  readonly number: string;
  readonly stored: string | null;
  readonly again: string;
}

/** Makes the three forms of issued documents from their frozen data. */
@Injectable()
export class DocumentRenderingService implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('Documents');

  constructor(
    private readonly tenancy: TenancyService,
    private readonly plugins: PluginRegistry,
    private readonly files: FileStore,
    private readonly renderer: Renderer,
    private readonly templates: TemplateSourceService,
  ) {}

  /** A template that could not be rendered keeps the worker from starting, rather than a document from being made. */
  async onModuleInit(): Promise<void> {
    await checkPluginTemplates(this.plugins.list());
  }

  /**
   * Renders outside of any transaction and stores files under their hashes; only the last step changes the database. A document
   * that does not come out, at once or in as many tries as the job has, is marked as failed with the reason.
   */
  @OnJob(RENDER_DOCUMENT)
  async render({ documentId: id }: { documentId: string }, context: JobContext): Promise<void> {
    const { tenantId } = context;
    const outcome = await this.make(tenantId, id).catch((error: unknown) => this.giveUp(id, context, error));
    await context.transaction((manager) =>
      manager.update(Document, { tenantId, id }, { ...outcome, renderedAt: () => 'now()' }),
    );
  }

  /** Renders a document again from its stored data and template; the HTML must have the stored hash. */
  async verify(id: string): Promise<DocumentVerification> {
    const { manager, tenantId } = TenantContext;
    const document = await manager.findOneBy(Document, { tenantId, id });
    if (!document) throw new AppError('resource.notFound');
    if (!document.templateHash) throw new AppError('document.notReady');
    const stored = await this.files.get(tenantId, document.templateHash, 'json');
    const bundle = bundleSchema.parse(JSON.parse(stored.toString('utf8')));
    const { html } = await this.renderWith(bundle, document);
    return { number: document.number, stored: document.htmlHash, again: sha256(html) };
  }

  async onModuleDestroy(): Promise<void> {
    await this.renderer.close();
  }

  /** How a document stays that cannot be made; throws the error again where another try may help. */
  private giveUp(id: string, { tenantId, attempt }: JobContext, error: unknown) {
    // A template or data that do not fit will not fit the next time either: the document says so, for a person to see.
    if (error instanceof AppError) return { state: 'failed' as const, error: error.sentence('zh') };
    if (attempt < RENDER_DOCUMENT.attempts) throw error;
    this.logger.error(`Document ${id} (tenant ${tenantId}) has failed for good`, error instanceof Error && error.stack);
    // The message itself may quote the document, so only the kind of the error is kept.
    const reason = `生成失败，已尝试 ${attempt} 次（${describeFailure(error)}）；排除故障后可以重新生成`;
    return { state: 'failed' as const, error: reason };
  }

  private async make(tenantId: string, id: string) {
    const { document, bundle } = await this.tenancy.transaction(tenantId, async (manager) => {
      const document = await manager.findOneByOrFail(Document, { tenantId, id });
      return { document, bundle: await this.templates.read(document.template, document.kind) };
    });
    const { html, pdf, docx } = await this.renderWith(bundle, document);
    return {
      state: 'ready' as const,
      error: null,
      templateHash: await this.files.put(tenantId, Buffer.from(canonicalJson(bundle)), 'json'),
      htmlHash: await this.files.put(tenantId, Buffer.from(html), 'html'),
      pdfHash: await this.files.put(tenantId, pdf, 'pdf'),
      docxHash: await this.files.put(tenantId, docx, 'docx'),
    };
  }

  private renderWith({ source, partials }: TemplateBundle, document: Document): Promise<RenderedDocument> {
    const { schema, layout } = DOCUMENT_CONTRACTS[document.kind as DocumentKind];
    const templateName = `${document.template}/${document.kind}`;
    return this.renderer.render({ templateName, source, partials, data: document.data, schema, layout });
  }
}
