import type { IsoDate } from '@shucu/kernel';
import { existing } from './days.js';

const DAY_MS = 86_400_000;

/** Whole days by which something was done after its last day; 0 when in time, as the last day counts until its 24:00. */
export function daysLate(dueOn: IsoDate, doneOn: IsoDate): number {
  return Math.max(0, (Date.parse(existing(doneOn)) - Date.parse(existing(dueOn))) / DAY_MS);
}
