import { type ArithmeticLocale, SENTENCES } from './arithmetic.catalogue.js';
import { arithmeticOf } from './arithmetic.js';
import { fixedDay, monthPeriod, workingDayPeriod, yearPeriod } from './periods.js';
import { type OwnDay, WorkCalendar } from './work-calendar.js';

const WORDS = {
  'zh-CN': { verb: '公示', act: '发布' },
  en: { verb: 'Public notice', act: 'published' },
} as const;
const CHANGE = { verb: '变更', act: '发生' };

const notice = (start: string, days: number, countFirstDay = false, own: readonly OwnDay[] = []) =>
  workingDayPeriod(new WorkCalendar({ years: [], days: own }), { start, days, countFirstDay });
const told = (period: Parameters<typeof arithmeticOf>[0], locale: ArithmeticLocale = 'zh-CN') =>
  arithmeticOf(period, WORDS[locale], locale);

describe('the arithmetic of working days', () => {
  it('tells make-up days and holidays, each with its date', () => {
    expect(told(notice('2025-04-24', 6))).toBe(
      '公示自 2025-04-24 发布，次日起算，4 月 27 日（调休上班）计入，5 月 1—5 日放假不计，至 2025-05-06 止（6 个工作日）',
    );
    expect(told(notice('2025-04-24', 6), 'en')).toBe(
      'Public notice published on 2025-04-24, counted from the next day, 27 April counted (make-up working day), 1–5 May not counted (holiday), through 2025-05-06 (working days: 6)',
    );
  });

  it('tells nothing that comes after the end', () => {
    expect(told(notice('2025-04-24', 5))).toBe(
      '公示自 2025-04-24 发布，次日起算，4 月 27 日（调休上班）计入，至 2025-04-30 止（5 个工作日）',
    );
  });

  it('tells weekends where there is nothing else to tell, and not one by one where they are many', () => {
    expect(told(notice('2025-03-06', 5, true))).toContain('当日起算，3 月 8—9 日周末不计，至 2025-03-12 止');
    expect(told(notice('2025-03-06', 8))).toContain('3 月 8—9 日、3 月 15—16 日周末不计');
    expect(told(notice('2025-03-06', 20))).toContain('次日起算，其间周六、周日不计，至 2025-04-03 止');
    expect(told(notice('2025-03-10', 2))).toBe('公示自 2025-03-10 发布，次日起算，至 2025-03-12 止（2 个工作日）');
  });

  it('names the year where it is another one, and both months where there are two', () => {
    expect(told(notice('2024-12-27', 5))).toContain('2025 年 1 月 1 日放假不计');
    const period = notice('2025-01-24', 5);
    expect(told(period)).toContain('1 月 26 日（调休上班）计入，1 月 28 日—2 月 4 日放假不计，至 2025-02-07 止');
    expect(told(period, 'en')).toContain('28 January – 4 February not counted (holiday)');
  });

  it('names what the tenant entered itself', () => {
    const own = [
      { day: '2025-03-10', kind: 'holiday', name: '全省停工' },
      { day: '2025-03-15', kind: 'workday', name: '补班' },
    ] as const;
    expect(told(notice('2025-03-06', 6, false, own))).toContain(
      '3 月 10 日（全省停工）放假不计，3 月 15 日（调休上班）计入，至 2025-03-15 止',
    );
    const undone = [{ day: '2025-05-05', kind: 'workday', name: '提前上班' }] as const;
    expect(told(notice('2025-04-30', 1, false, undone))).toContain('5 月 1—4 日放假不计，5 月 5 日（提前上班）计入');
  });
});

describe('the arithmetic of months, years and fixed days', () => {
  const calendar = new WorkCalendar();

  it('tells that there is no corresponding day', () => {
    expect(arithmeticOf(monthPeriod('2025-01-31', 1, calendar), CHANGE, 'zh-CN')).toBe(
      '变更自 2025-01-31 发生，次日起算 1 个月，无对应日，取当月最后一日，至 2025-02-28 止',
    );
  });

  it('tells why and where the last day moves', () => {
    const of = (start: string) => arithmeticOf(monthPeriod(start, 1, calendar), CHANGE, 'zh-CN');
    expect(of('2025-09-05')).toBe(
      '变更自 2025-09-05 发生，次日起算 1 个月，至 2025-10-05 届满，末日为节假日，顺延至 2025-10-09 止',
    );
    expect(of('2025-08-27')).toContain('至 2025-09-27 届满，末日为周末，顺延至 2025-09-28（调休上班）止');
    expect(arithmeticOf(monthPeriod('2025-09-05', 1, calendar), { verb: 'Change', act: 'made' }, 'en')).toBe(
      'Change made on 2025-09-05, months from the next day: 1, full on 2025-10-05, the last day is a holiday, so through 2025-10-09',
    );
  });

  it('tells a ban and a named day', () => {
    const ban = { verb: '不得再次申报的期限', act: '开始' };
    expect(arithmeticOf(yearPeriod('2026-03-15', 2, null), ban, 'zh-CN')).toBe(
      '不得再次申报的期限自 2026-03-15 开始，次日起算 2 年，至 2028-03-15 止',
    );
    const report = { verb: '年度工作报告', act: '报送' };
    expect(arithmeticOf(fixedDay('2026-01-31', calendar), report, 'zh-CN')).toBe(
      '年度工作报告须在 2026-01-31（含）前报送，末日为周末，顺延至 2026-02-02 止',
    );
    expect(arithmeticOf(fixedDay('2026-01-31', null), report, 'zh-CN')).toContain('前报送，至 2026-01-31 止');
  });

  it('comes out the same from a period that was stored', () => {
    const period = notice('2025-04-25', 5);
    expect(told(JSON.parse(JSON.stringify(period)))).toBe(told(period));
  });
});

describe('the catalogue of the arithmetic', () => {
  it('has every sentence in both languages, with the same holes', () => {
    const holes = (text: unknown) => [...String(text).matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();
    const shapeOf = (locale: ArithmeticLocale) =>
      Object.entries(SENTENCES[locale]).map(([key, text]) => [key, typeof text === 'string' ? holes(text) : 'days']);
    expect(shapeOf('en')).toEqual(shapeOf('zh-CN'));
  });
});
