export { CASE_FILE_ABILITIES } from './case-files.abilities.js';
export { CASE_FILE_ENTITIES } from './case-files.entities.js';
export { CaseFilesModule, CaseFilesWorkerModule } from './case-files.module.js';
