import { EnteredDay } from './calendar-day.entity.js';
import { EnteredYear } from './calendar-year.entity.js';

/** The tables of the legal calendar. */
export const CALENDAR_ENTITIES = [EnteredYear, EnteredDay];
