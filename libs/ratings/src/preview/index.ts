export { RuleSetPreview, RuleSetPreviewItem } from './rule-set-preview.entity.js';
export { RULE_SET_PREVIEW_ABILITIES } from './rule-set-previews.abilities.js';
export { PREVIEW_RULE_SET } from './rule-set-previews.jobs.js';
export { RuleSetPreviewsModule, RuleSetPreviewsWorkerModule } from './rule-set-previews.module.js';
export { type PreviewWithItems, RuleSetPreviewsService } from './rule-set-previews.service.js';
