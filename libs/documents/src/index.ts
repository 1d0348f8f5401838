export * from './render/index.js';
export { Document } from './store/document.entity.js';
export type { DocumentAudience } from './store/document-audience.js';
export { documentNumber, takeNumbers } from './store/document-numbers.js';
export { DocumentRenderingService } from './store/document-rendering.service.js';
export { type DocumentSeries, documentSeries, officialSeries, type SeriesIssuer } from './store/document-series.js';
export { DocumentTemplate } from './store/document-template.entity.js';
export { DOCUMENT_ABILITIES } from './store/documents.abilities.js';
export { RENDER_DOCUMENT } from './store/documents.jobs.js';
export { DocumentsModule } from './store/documents.module.js';
export {
  type DocumentForm,
  type DocumentOrder,
  type DocumentSummary,
  DocumentsService,
} from './store/documents.service.js';
export { checkPluginTemplates } from './store/plugin-templates.js';
