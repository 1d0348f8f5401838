import type { IsoDate } from '@shucu/kernel';
import { type ArithmeticLocale, SENTENCES, type ShownDay } from './arithmetic.catalogue.js';
import { addDays, yearOf } from './days.js';

/** Days in a row that are told in one breath. */
export interface Span {
  readonly first: IsoDate;
  readonly last: IsoDate;
}

/** Joins dates, in order, into spans without gaps. */
export function spansOf(dates: readonly IsoDate[]): Span[] {
  const spans: Span[] = [];
  for (const date of dates) {
    const open = spans.at(-1);
    if (open && addDays(open.last, 1) === date) spans[spans.length - 1] = { first: open.first, last: date };
    else spans.push({ first: date, last: date });
  }
  return spans;
}

/** A span as people write it, with the year only where it is not that of the period: 5 月 1—5 日. */
export function shownSpan({ first, last }: Span, year: number, locale: ArithmeticLocale): string {
  const { day, sameMonth, acrossMonths } = SENTENCES[locale];
  const from = partsOf(first, year);
  if (first === last) return day(from);
  if (first.slice(0, 7) === last.slice(0, 7)) return sameMonth(from, partsOf(last, yearOf(last)));
  return acrossMonths(from, partsOf(last, yearOf(first)));
}

function partsOf(date: IsoDate, impliedYear: number): ShownDay {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year: year === impliedYear ? null : year, month, day };
}
