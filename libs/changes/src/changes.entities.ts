import { ChangeReport } from './change-report.entity.js';

/** The tables of changes. */
export const CHANGE_ENTITIES = [ChangeReport];
