import type { IsoDate } from '@shucu/kernel';
import type { CalendarDay } from './work-calendar.js';

/** What all periods have; plain data, so that it can be stored with the deadline that it gave. */
interface PeriodFrame {
  /** The day of the act that sets the period going. */
  readonly start: IsoDate;
  /** The first day that counts. */
  readonly firstCounted: IsoDate;
  /** The last day; the period is over at its end, 24:00 in Asia/Shanghai. */
  readonly end: IsoDate;
}

/** So many working days. */
export interface WorkingDayPeriod extends PeriodFrame {
  readonly kind: 'workingDays';
  readonly length: number;
  readonly countsFirstDay: boolean;
  /** The days from the first one through the end that are no plain working days, counted or not, in order. */
  readonly remarkable: readonly CalendarDay[];
}

/** A last day that may move to the next working day (Civil Code art. 203). */
interface Movable {
  /** The last day before it moved; the end where it did not. */
  readonly nominalEnd: IsoDate;
  /** The days from the nominal end through the end where it moved, in order; none where it did not. */
  readonly movedOver: readonly CalendarDay[];
}

/** So many months or years, through the corresponding day (Civil Code art. 202). */
export interface CalendarPeriod extends PeriodFrame, Movable {
  readonly kind: 'months' | 'years';
  readonly length: number;
  /** The last month has no such day: the period ends with that month. */
  readonly lacksCorrespondingDay: boolean;
}

/** A day that the rule document names, such as 31 January (第十五条). */
export interface FixedDay extends PeriodFrame, Movable {
  readonly kind: 'fixedDay';
}

/** A statutory period with all that explains how it was computed. */
export type Period = WorkingDayPeriod | CalendarPeriod | FixedDay;
