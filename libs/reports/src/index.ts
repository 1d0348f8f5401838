export { REPORT_ABILITIES } from './reports.abilities.js';
export { REPORT_ENTITIES } from './reports.entities.js';
export { ReportsModule, ReportsWorkerModule } from './reports.module.js';
