import type { ErrorSentences } from './error-sentences.js';

/** What the legal calendar refuses to compute or to take. */
export const CALENDAR_ERRORS = {
  'calendar.uncovered': {
    kind: 'conflict',
    zh: '尚未录入 {year} 年的放假安排，不能推算期限；请省级系统管理员在工作日历中录入该年',
    en: 'Nobody has entered the holidays of {year}: no period can be computed into it before the administrator does',
  },
  'calendar.noSuchDate': {
    kind: 'invalid',
    zh: '没有 {date} 这一天（可用 1900—2100 年的日期）',
    en: 'There is no date {date} (1900 to 2100)',
  },
  'calendar.length': {
    kind: 'invalid',
    zh: '期限长度 {length} 有误，应为 1—1200 的整数',
    en: 'A period cannot be {length} long: whole numbers from 1 to 1200',
  },
} as const satisfies Record<string, ErrorSentences>;
