import { type DynamicModule, Module } from '@nestjs/common';
import { FileStore } from '@shucu/files';
import { PluginRegistry } from '@shucu/plugin-host';
import { TenancyService } from '@shucu/tenancy';
import { createRenderer, type Renderer, type RendererOptions } from '../render/index.js';
import { DocumentKindsService } from '../templates/document-kinds.service.js';
import { DocumentTemplatesService } from '../templates/document-templates.service.js';
import { TemplatePreviewService } from '../templates/template-preview.service.js';
import { TemplateSourceService } from '../templates/template-source.service.js';
import { DocumentRenderingService } from './document-rendering.service.js';
import { DocumentsService } from './documents.service.js';

/** The directory of the customer's own fonts, such as 方正小标宋 and 仿宋, which take precedence. */
interface DocumentFonts {
  readonly fontsDirectory?: string | undefined;
}

/** One thread, and less patience than the worker has: somebody waits for the answer. */
const PREVIEW_LIMITS = { threads: 1, timeLimit: 10_000 };

/** Numbered documents: issued everywhere, rendered where the worker runs. */
@Module({})
export class DocumentsModule {
  /** Issues documents, and lets templates be written and looked at. */
  static forProducer({ fontsDirectory }: DocumentFonts): DynamicModule {
    const previews = {
      provide: TemplatePreviewService,
      useFactory: () => new TemplatePreviewService(rendererWith(fontsDirectory, PREVIEW_LIMITS)),
    };
    const services = [DocumentsService, DocumentTemplatesService, DocumentKindsService];
    return {
      module: DocumentsModule,
      global: true,
      providers: [TemplateSourceService, previews, ...services],
      exports: services,
    };
  }

  /** Makes the forms of what was issued. */
  static forWorker({ fontsDirectory }: DocumentFonts): DynamicModule {
    const rendering = {
      provide: DocumentRenderingService,
      useFactory: (
        tenancy: TenancyService,
        plugins: PluginRegistry,
        files: FileStore,
        templates: TemplateSourceService,
      ) => new DocumentRenderingService(tenancy, plugins, files, rendererWith(fontsDirectory), templates),
      inject: [TenancyService, PluginRegistry, FileStore, TemplateSourceService],
    };
    return {
      module: DocumentsModule,
      global: true,
      providers: [TemplateSourceService, DocumentsService, rendering],
      exports: [DocumentsService, DocumentRenderingService],
    };
  }
}

function rendererWith(fontsDirectory: string | undefined, limits: Omit<RendererOptions, 'fontDirs'> = {}): Renderer {
  return createRenderer({ ...limits, fontDirs: fontsDirectory ? [fontsDirectory] : [] });
}
