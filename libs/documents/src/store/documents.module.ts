import { type DynamicModule, Module } from '@nestjs/common';
import { FileStore } from '@shucu/files';
import { PluginRegistry } from '@shucu/plugin-host';
import { TenancyService } from '@shucu/tenancy';
import { createRenderer } from '../render/index.js';
import { DocumentRenderingService } from './document-rendering.service.js';
import { DocumentsService } from './documents.service.js';
import { TemplateSourceService } from './template-source.service.js';

/** Numbered documents: issued everywhere, rendered where the worker runs. */
@Module({})
export class DocumentsModule {
  static forProducer(): DynamicModule {
    return {
      module: DocumentsModule,
      global: true,
      providers: [TemplateSourceService, DocumentsService],
      exports: [DocumentsService],
    };
  }

  /** `fontsDirectory` holds the customer's own fonts, such as 方正小标宋 and 仿宋, which take precedence. */
  static forWorker({ fontsDirectory }: { fontsDirectory?: string | undefined }): DynamicModule {
    const rendering = {
      provide: DocumentRenderingService,
      useFactory: (
        tenancy: TenancyService,
        plugins: PluginRegistry,
        files: FileStore,
        templates: TemplateSourceService,
      ) =>
        new DocumentRenderingService(
          tenancy,
          plugins,
          files,
          createRenderer({ fontDirs: fontsDirectory ? [fontsDirectory] : [] }),
          templates,
        ),
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
