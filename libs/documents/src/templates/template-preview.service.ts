import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import {
  DOCUMENT_CONTRACTS,
  type DocumentKind,
  platformPartials,
  type RenderedDocument,
  type Renderer,
  SAMPLES,
} from '../render/index.js';
import { templateName } from './template-check.js';

/** Shows what a template would write, over the data of an invented case. */
@Injectable()
export class TemplatePreviewService implements OnModuleDestroy {
  constructor(private readonly renderer: Renderer) {}

  /** Throws `document.template` for a faulty one, also for what it writes and for one that takes too long or too much memory. */
  render(kind: DocumentKind, source: string): Promise<RenderedDocument> {
    const { schema, layout } = DOCUMENT_CONTRACTS[kind];
    const partials = platformPartials();
    return this.renderer.render({
      templateName: templateName(kind),
      source,
      partials,
      data: SAMPLES[kind],
      schema,
      layout,
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.renderer.close();
  }
}
