import { AppError, type IsoDate, isExistingDate } from '@shucu/kernel';

/**
 * The last day of a period of whole years: the corresponding day, or the month's last day where there is none
 * (Civil Code art. 202). The starting day itself is not counted (art. 201). Not moved by holidays.
 */
export function endOfYears(start: IsoDate, years: number): IsoDate {
  if (!isExistingDate(start)) throw new AppError('config.invalid', { reason: `no such date: ${start}` });
  const corresponding = `${String(Number(start.slice(0, 4)) + years).padStart(4, '0')}${start.slice(4)}`;
  return isExistingDate(corresponding) ? corresponding : `${corresponding.slice(0, 8)}28`;
}
