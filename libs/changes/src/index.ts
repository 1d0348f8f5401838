export { ChangeDecisionsService } from './change-decisions.service.js';
export { ChangeFilingService } from './change-filing.service.js';
export {
  CHANGE_KINDS,
  type ChangeContent,
  type ChangeItem,
  type ChangeKind,
  type ChangeOutcome,
  ChangeReport,
  type ChangeReportState,
} from './change-report.entity.js';
export { CHANGE_REPORT_MACHINE } from './change-report.machine.js';
export { ChangeReportReader, type WholeChangeReport } from './change-report-reader.service.js';
export { CHANGE_REPORT, ChangeReportsService, type NewChangeReport } from './change-reports.service.js';
export { CHANGE_ABILITIES } from './changes.abilities.js';
export { CHANGE_ENTITIES } from './changes.entities.js';
export { ChangesModule, ChangesWorkerModule } from './changes.module.js';
