import type { IsoDate } from '@shucu/kernel';

/** One year as the State Council's notice says it: the first and the last day of each holiday, and the days that make up for them. */
export interface Notice {
  readonly year: number;
  readonly document: string;
  readonly holidays: Readonly<Record<string, readonly [first: IsoDate, last: IsoDate]>>;
  readonly makeUpDays: readonly IsoDate[];
  readonly workingDays: number;
}

/** Copied by hand from the notices, not from the library that they check. */
export const NOTICES: readonly Notice[] = [
  {
    year: 2024,
    document: '国办发明电〔2023〕7号',
    holidays: {
      元旦: ['2024-01-01', '2024-01-01'],
      春节: ['2024-02-10', '2024-02-17'],
      清明: ['2024-04-04', '2024-04-06'],
      劳动节: ['2024-05-01', '2024-05-05'],
      端午: ['2024-06-10', '2024-06-10'],
      中秋: ['2024-09-15', '2024-09-17'],
      国庆节: ['2024-10-01', '2024-10-07'],
    },
    makeUpDays: [
      ...['2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28'],
      ...['2024-05-11', '2024-09-14', '2024-09-29', '2024-10-12'],
    ],
    workingDays: 251,
  },
  {
    year: 2025,
    document: '国办发明电〔2024〕12号',
    holidays: {
      元旦: ['2025-01-01', '2025-01-01'],
      春节: ['2025-01-28', '2025-02-04'],
      清明: ['2025-04-04', '2025-04-06'],
      劳动节: ['2025-05-01', '2025-05-05'],
      端午: ['2025-05-31', '2025-06-02'],
      国庆节中秋: ['2025-10-01', '2025-10-08'],
    },
    makeUpDays: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
    workingDays: 248,
  },
  {
    year: 2026,
    document: '2026 年部分节假日安排',
    holidays: {
      元旦: ['2026-01-01', '2026-01-03'],
      春节: ['2026-02-15', '2026-02-23'],
      清明: ['2026-04-04', '2026-04-06'],
      劳动节: ['2026-05-01', '2026-05-05'],
      端午: ['2026-06-19', '2026-06-21'],
      中秋: ['2026-09-25', '2026-09-27'],
      国庆节: ['2026-10-01', '2026-10-07'],
    },
    makeUpDays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
    workingDays: 248,
  },
];
