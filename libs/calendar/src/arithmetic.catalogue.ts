/** The languages in which a period explains itself. */
export type ArithmeticLocale = 'zh-CN' | 'en';

const MONTHS_EN = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
] as const;

interface Sentences {
  /** Between clauses. */
  readonly comma: string;
  /** Between the days of one clause. */
  readonly and: string;
  readonly opened: string;
  readonly named: string;
  readonly fromNextDay: string;
  readonly fromSameDay: string;
  readonly monthsFromNextDay: string;
  readonly yearsFromNextDay: string;
  /** Why a Saturday or Sunday counts. */
  readonly makeUp: string;
  readonly counted: string;
  readonly holiday: string;
  readonly ownHoliday: string;
  readonly weekends: string;
  readonly everyWeekend: string;
  readonly lacksCorrespondingDay: string;
  readonly full: string;
  readonly movedOffHoliday: string;
  readonly movedOffWeekend: string;
  readonly until: string;
  readonly untilWorkingDays: string;
  readonly movedTo: string;
  readonly movedToMakeUp: string;
  /** One day, a span within a month, a span across months. */
  readonly day: (day: ShownDay) => string;
  readonly sameMonth: (from: ShownDay, through: ShownDay) => string;
  readonly acrossMonths: (from: ShownDay, through: ShownDay) => string;
}

/** A date in parts; the year only where it is not to be understood. */
export interface ShownDay {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

const zhDay = ({ year, month, day }: ShownDay): string => `${year ? `${year} 年 ` : ''}${month} 月 ${day}`;
const enMonth = ({ year, month }: ShownDay): string => `${MONTHS_EN[month - 1]}${year ? ` ${year}` : ''}`;

/** Every sentence of the arithmetic, Chinese first, English complete. */
export const SENTENCES: Readonly<Record<ArithmeticLocale, Sentences>> = {
  'zh-CN': {
    comma: '，',
    and: '、',
    opened: '{verb}自 {start} {act}',
    named: '{verb}须在 {day}（含）前{act}',
    fromNextDay: '次日起算',
    fromSameDay: '当日起算',
    monthsFromNextDay: '次日起算 {length} 个月',
    yearsFromNextDay: '次日起算 {length} 年',
    makeUp: '调休上班',
    counted: '{days}（{why}）计入',
    holiday: '{days}放假不计',
    ownHoliday: '{days}（{why}）放假不计',
    weekends: '{days}周末不计',
    everyWeekend: '其间周六、周日不计',
    lacksCorrespondingDay: '无对应日，取当月最后一日',
    full: '至 {day} 届满',
    movedOffHoliday: '末日为节假日',
    movedOffWeekend: '末日为周末',
    until: '至 {end} 止',
    untilWorkingDays: '至 {end} 止（{length} 个工作日）',
    movedTo: '顺延至 {end} 止',
    movedToMakeUp: '顺延至 {end}（调休上班）止',
    day: (day) => `${zhDay(day)} 日`,
    sameMonth: (from, through) => `${zhDay(from)}—${through.day} 日`,
    acrossMonths: (from, through) => `${zhDay(from)} 日—${zhDay(through)} 日`,
  },
  en: {
    comma: ', ',
    and: ', ',
    opened: '{verb} {act} on {start}',
    named: '{verb} to be {act} by {day}',
    fromNextDay: 'counted from the next day',
    fromSameDay: 'counted from that very day',
    monthsFromNextDay: 'months from the next day: {length}',
    yearsFromNextDay: 'years from the next day: {length}',
    makeUp: 'make-up working day',
    counted: '{days} counted ({why})',
    holiday: '{days} not counted (holiday)',
    ownHoliday: '{days} not counted (holiday: {why})',
    weekends: '{days} not counted (weekend)',
    everyWeekend: 'Saturdays and Sundays not counted',
    lacksCorrespondingDay: 'no corresponding day, so the last day of that month',
    full: 'full on {day}',
    movedOffHoliday: 'the last day is a holiday',
    movedOffWeekend: 'the last day is on a weekend',
    until: 'through {end}',
    untilWorkingDays: 'through {end} (working days: {length})',
    movedTo: 'so through {end}',
    movedToMakeUp: 'so through {end} (make-up working day)',
    day: (day) => `${day.day} ${enMonth(day)}`,
    sameMonth: (from, through) => `${from.day}–${through.day} ${enMonth(from)}`,
    acrossMonths: (from, through) => `${from.day} ${enMonth(from)} – ${through.day} ${enMonth(through)}`,
  },
};
