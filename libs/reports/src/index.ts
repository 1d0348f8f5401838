export { AnnualDecisionsService } from './annual-decisions.service.js';
export {
  type AnnualFigures,
  AnnualFiguresService,
  type ServiceFigures,
  type YearTotals,
} from './annual-figures.service.js';
export { AnnualFilingService } from './annual-filing.service.js';
export {
  AnnualReport,
  AnnualReportFiling,
  type AnnualReportState,
  REPORT_SECTIONS,
  type ReportRemark,
  type ReportSection,
  type ReportSnapshot,
} from './annual-report.entity.js';
export { ANNUAL_REPORT_MACHINE } from './annual-report.machine.js';
export { AnnualReportReader, type WholeAnnualReport } from './annual-report-reader.service.js';
export { ANNUAL_REPORT, type AnnualReportChange, AnnualReportsService } from './annual-reports.service.js';
export { type MissingReport, MissingReportsService } from './missing-reports.service.js';
export { REPORT_ABILITIES } from './reports.abilities.js';
export { REPORT_ENTITIES } from './reports.entities.js';
export { ReportsModule, ReportsWorkerModule } from './reports.module.js';
