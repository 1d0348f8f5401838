import { AnnualReport, AnnualReportFiling } from './annual-report.entity.js';

/** The tables of reports. */
export const REPORT_ENTITIES = [AnnualReport, AnnualReportFiling];
