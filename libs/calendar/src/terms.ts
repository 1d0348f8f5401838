import type { IsoDate } from '@shucu/kernel';
import type { Period } from './period.types.js';
import { fixedDay, monthPeriod, workingDayPeriod, yearPeriod } from './periods.js';
import type { WorkCalendar } from './work-calendar.js';

/** A period as somebody asks for it. */
export type Term =
  | { readonly kind: 'workingDays'; readonly start: IsoDate; readonly length: number; readonly countFirstDay: boolean }
  | {
      readonly kind: 'months' | 'years';
      readonly start: IsoDate;
      readonly length: number;
      readonly movesToWorkingDay: boolean;
    }
  | { readonly kind: 'fixedDay'; readonly day: IsoDate; readonly movesToWorkingDay: boolean };

/** The period of a term. Throws what the function of its kind throws. */
export function periodOf(calendar: WorkCalendar, term: Term): Period {
  if (term.kind === 'workingDays') return workingDayPeriod(calendar, { ...term, days: term.length });
  const movedBy = term.movesToWorkingDay ? calendar : null;
  if (term.kind === 'fixedDay') return fixedDay(term.day, movedBy);
  const count = term.kind === 'months' ? monthPeriod : yearPeriod;
  return count(term.start, term.length, movedBy);
}
