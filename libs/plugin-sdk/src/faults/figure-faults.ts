import { parseDecimal } from '../decimal.js';
import type { Fault } from './fault.types.js';

/** A fault unless the value is a finite decimal. */
export function figureFaults(value: unknown, path: string): Fault[] {
  return parseDecimal(value) === null ? [{ path, message: `${String(value)} is no finite decimal number` }] : [];
}

/** A fault unless the value is a finite decimal above 0. */
export function positiveFaults(value: unknown, path: string): Fault[] {
  return parseDecimal(value)?.gt(0) ? [] : [{ path, message: `${String(value)} is no decimal number above 0` }];
}
