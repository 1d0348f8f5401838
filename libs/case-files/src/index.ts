export { type CaseFile, type CaseFileOrder, CaseFileService } from './case-file.service.js';
export { CASE_FILE_ABILITIES } from './case-files.abilities.js';
export { CaseFilesModule } from './case-files.module.js';
export { CASE_KINDS, type CaseKind } from './case-subjects.js';
