export { sealScoreSheets } from './assessment-results.js';
export { writeTenant } from './demonstration.writer.js';
export { type DemoLogin, issueToken, renewPasswords } from './demonstration-logins.js';
export {
  DEMONSTRATION_SEED,
  type DemonstrationOptions,
  generateDemonstration,
} from './generator/generate-demonstration.js';
export type { CopyBatch, CopyValue } from './generator/large/copy-batches.js';
export { generateLargeTenant, type LargeTenant, type LargeTenantOptions } from './generator/large/large-tenant.js';
export type * from './generator/rows.types.js';
export type { JudgedCriteria, JudgedCriterionId } from './generator/sites/expert-scores.js';
export { writePlatformOperators } from './platform-operators.js';
export * from './story/index.js';
