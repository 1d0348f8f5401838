export {
  BulkVerificationService,
  type VerificationOrder,
  type VerificationOutcome,
} from './bulk-verification.service.js';
export { ReferenceFigure, YearlyFact } from './figures.entity.js';
export { type FactInput, FiguresService, type ReferenceInput } from './figures.service.js';
export type { Hint, HintSubject } from './hints/hint.js';
export type { HintKind, HintTexts } from './hints/hint-catalogue.js';
export { HintsService } from './hints/hints.service.js';
export type { LedgerPage } from './ledger.js';
export { RECORD_ABILITIES } from './records.abilities.js';
export { RecordsModule } from './records.module.js';
export { Resource } from './resource.entity.js';
export { type NewResource, type ResourcePage, ResourcesService } from './resources.service.js';
export { ServiceRecord } from './service-record.entity.js';
export { type NewServiceRecord, type ServiceRecordPage, ServiceRecordsService } from './service-records.service.js';
export { VERIFICATIONS } from './subject-columns.js';
export { isIndustry } from './vocabulary-check.js';
