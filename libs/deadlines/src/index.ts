export { CALENDAR_ABILITIES } from './calendar/calendar.abilities.js';
export type { EnteredDay } from './calendar/calendar-day.entity.js';
export { CalendarEntriesService, type EntryBasis, type Withdrawal } from './calendar/calendar-entries.service.js';
export type { EnteredYear } from './calendar/calendar-year.entity.js';
export {
  type CalendarEntries,
  type Computation,
  type ExplainedDay,
  type ExplainedYear,
  LegalCalendarService,
  type ReckonedPeriod,
} from './calendar/legal-calendar.service.js';
export { DEADLINE_STATES, Deadline, type DeadlineState } from './deadline.entity.js';
export { DeadlineDesk, type DeadlinePage } from './deadline-desk.js';
export { DeadlineWatch, type DeadlineWatchOptions } from './deadline-watch.js';
export { DEADLINE_ABILITIES } from './deadlines.abilities.js';
export { DEADLINE_ENTITIES } from './deadlines.entities.js';
export { DeadlinesModule, DeadlinesWorkerModule } from './deadlines.module.js';
export { DeadlinesService, type NewDeadline } from './deadlines.service.js';
export { type DeadlineHandler, OnDeadline } from './on-deadline.decorator.js';
