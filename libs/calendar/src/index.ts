export { type ArithmeticLocale, type ArithmeticWords, arithmeticOf } from './arithmetic.js';
export { daysLate } from './lateness.js';
export type { CalendarPeriod, FixedDay, Period, WorkingDayPeriod } from './period.types.js';
export {
  endOfYears,
  fixedDay,
  monthPeriod,
  type WorkingDayTerm,
  workingDayPeriod,
  yearPeriod,
} from './periods.js';
export { type DayName, STATE_COUNCIL_YEARS } from './state-council-days.js';
export { periodOf, type Term } from './terms.js';
export {
  type CalendarDay,
  type DayKind,
  isWorking,
  type OwnDay,
  type OwnEntries,
  WorkCalendar,
} from './work-calendar.js';
export { daysOfTable, type HolidayRow, type MakeUpRow, type YearTable, yearTableFaults } from './year-table.js';
