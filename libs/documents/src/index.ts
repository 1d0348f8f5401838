export * from './render/index.js';
export { Document } from './store/document.entity.js';
export type { DocumentAudience } from './store/document-audience.js';
export { documentNumber, takeNumbers } from './store/document-numbers.js';
export { DocumentRenderingService } from './store/document-rendering.service.js';
export { type DocumentSeries, documentSeries, officialSeries, type SeriesIssuer } from './store/document-series.js';
export { DOCUMENT_ABILITIES } from './store/documents.abilities.js';
export { RENDER_DOCUMENT } from './store/documents.jobs.js';
export { DocumentsModule } from './store/documents.module.js';
export {
  type DocumentForm,
  type DocumentOrder,
  type DocumentSummary,
  DocumentsService,
} from './store/documents.service.js';
export { type OfficialFrame, officialParts, paragraphsOf, sentence } from './store/official-parts.js';
export { type DocumentKindDescription, DocumentKindsService } from './templates/document-kinds.service.js';
export { DocumentTemplate } from './templates/document-template.entity.js';
export { DOCUMENT_TEMPLATE_MACHINE } from './templates/document-template.machine.js';
export {
  type DocumentTemplateSummary,
  DocumentTemplatesService,
  type NewDocumentTemplate,
  type PreviewForm,
} from './templates/document-templates.service.js';
export { checkPluginTemplates } from './templates/plugin-templates.js';
