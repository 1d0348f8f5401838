export {
  DOCUMENT_CONTRACTS,
  type DocumentContract,
  type DocumentKind,
  type Numbering,
} from './data/document-contracts.js';
export { DOCUMENT_KINDS, templateFile } from './data/document-kinds.js';
export { type RatingReportData, ratingReportSchema } from './data/rating-report.schema.js';
export { type RevocationNoticeData, revocationNoticeSchema } from './data/revocation-notice.schema.js';
export { LAYOUT_NAMES, type LayoutName } from './layout.js';
export type { RenderedDocument, RenderRequest } from './pool/render.types.js';
export { createRenderer, type Renderer, type RendererOptions } from './pool/renderer.js';
export {
  type CompiledTemplate,
  checkTemplate,
  compileTemplate,
  type Partials,
  type TemplateOptions,
} from './template/compile-template.js';
export { platformPartials } from './template/platform-partials.js';
export { chineseDate } from './template/template-helpers.js';
