import { type ArithmeticLocale, SENTENCES } from './arithmetic.catalogue.js';
import { yearOf } from './days.js';
import type { CalendarPeriod, FixedDay, Period, WorkingDayPeriod } from './period.types.js';
import { shownSpan, spansOf } from './shown-days.js';
import { type CalendarDay, isWorking } from './work-calendar.js';

export type { ArithmeticLocale } from './arithmetic.catalogue.js';

/** What runs and what sets it going, in the language of the sentence: 公示 and 发布, `Public notice` and `published`. */
export interface ArithmeticWords {
  readonly verb: string;
  readonly act: string;
}

/** More weekends than this are not told day by day. */
const TOLD_WEEKENDS = 2;

type Fill = Readonly<Record<string, string | number>>;

/** A period's own arithmetic in one sentence without a full stop: from when, what counts and what does not, through when. */
export function arithmeticOf(period: Period, words: ArithmeticWords, locale: ArithmeticLocale): string {
  const { comma } = SENTENCES[locale];
  return clausesOf(period, words, locale).join(comma);
}

function clausesOf(period: Period, words: ArithmeticWords, locale: ArithmeticLocale): string[] {
  const texts = SENTENCES[locale];
  const { start, end } = period;
  if (period.kind === 'fixedDay')
    return [filled(texts.named, { ...words, day: period.nominalEnd }), ...lastDay(period, locale)];
  const opened = filled(texts.opened, { ...words, start });
  if (period.kind === 'workingDays') {
    const { length, countsFirstDay } = period;
    const until = filled(texts.untilWorkingDays, { end, length });
    return [opened, countsFirstDay ? texts.fromSameDay : texts.fromNextDay, ...remarks(period, locale), until];
  }
  const from = period.kind === 'months' ? texts.monthsFromNextDay : texts.yearsFromNextDay;
  const missing = period.lacksCorrespondingDay ? [texts.lacksCorrespondingDay] : [];
  return [opened, filled(from, { length: period.length }), ...missing, ...lastDay(period, locale)];
}

/** Holidays and make-up days one by one; weekends, which everybody knows of, only where there is nothing else to tell. */
function remarks({ start, remarkable }: WorkingDayPeriod, locale: ArithmeticLocale): string[] {
  const told = remarkable.filter(({ kind }) => kind !== 'weekend');
  if (told.length === 0) return weekends(remarkable, start, locale);
  return runsOf(told, locale).map(({ template, why, days }) => {
    const spans = spansOf(days).map((span) => shownSpan(span, yearOf(start), locale));
    return filled(template, { days: spans.join(SENTENCES[locale].and), why });
  });
}

interface Run {
  readonly template: string;
  readonly why: string;
  readonly days: string[];
}

/** Days in a row of which the same is to be said. */
function runsOf(days: readonly CalendarDay[], locale: ArithmeticLocale): Run[] {
  const runs: Run[] = [];
  for (const day of days) {
    const said = sayingOf(day, locale);
    const open = runs.at(-1);
    if (open?.template === said.template && open.why === said.why) open.days.push(day.date);
    else runs.push({ ...said, days: [day.date] });
  }
  return runs;
}

function sayingOf(day: CalendarDay, locale: ArithmeticLocale): Omit<Run, 'days'> {
  const { counted, makeUp, holiday, ownHoliday } = SENTENCES[locale];
  const own = day.origin === 'own' ? (day.name?.[locale] ?? '') : '';
  if (isWorking(day)) return { template: counted, why: day.kind === 'makeUp' ? makeUp : own };
  return { template: own ? ownHoliday : holiday, why: own };
}

function weekends(days: readonly CalendarDay[], start: string, locale: ArithmeticLocale): string[] {
  const { weekends: some, everyWeekend, and } = SENTENCES[locale];
  const spans = spansOf(days.map(({ date }) => date));
  if (spans.length === 0) return [];
  if (spans.length > TOLD_WEEKENDS) return [everyWeekend];
  const shown = spans.map((span) => shownSpan(span, yearOf(start), locale));
  return [filled(some, { days: shown.join(and) })];
}

function lastDay({ kind, end, nominalEnd, movedOver }: CalendarPeriod | FixedDay, locale: ArithmeticLocale): string[] {
  const texts = SENTENCES[locale];
  const [off, last] = [movedOver[0], movedOver.at(-1)];
  if (!off || !last) return [filled(texts.until, { end })];
  const why = off.kind === 'holiday' ? texts.movedOffHoliday : texts.movedOffWeekend;
  const to = last.kind === 'makeUp' ? texts.movedToMakeUp : texts.movedTo;
  // A named day has just been named.
  const full = kind === 'fixedDay' ? [] : [filled(texts.full, { day: nominalEnd })];
  return [...full, why, filled(to, { end })];
}

function filled(template: string, values: Fill): string {
  return template.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}
