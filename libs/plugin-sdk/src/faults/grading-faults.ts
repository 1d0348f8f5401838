import { parseDecimal } from '../decimal.js';
import { bandFaults } from '../grading/bands.js';
import type { Quota } from '../grading/grading.types.js';
import type { CategoryPluginDefinition } from '../plugin/category-plugin.types.js';
import type { Fault } from './fault.types.js';

/** Faults of grading: bands that overlap or leave a gap, quotas that are none, a missing function. */
export function gradingFaults({ grading }: CategoryPluginDefinition): readonly Fault[] {
  const faults = [...bandFaults(grading.bands, 'grading.bands')];
  if (grading.kind === 'cohort' && typeof grading.grade !== 'function') {
    faults.push({ path: 'grading.grade', message: 'expected a function over the cohort' });
  }
  if (grading.kind !== 'quota') return faults;
  const quotas = Object.entries(grading.quotas ?? {});
  if (quotas.length === 0) faults.push({ path: 'grading.quotas', message: 'names no grade' });
  return [...faults, ...quotas.flatMap(([grade, quota]) => quotaFaults(quota, `grading.quotas.${grade}`))];
}

function quotaFaults({ share, count }: Quota, path: string): Fault[] {
  if (share === undefined && count === undefined) return [{ path, message: 'expected a share or a count' }];
  const faults: Fault[] = [];
  const part = parseDecimal(share ?? 0);
  if (part === null || part.lt(0) || part.gt(1)) {
    faults.push({ path: `${path}.share`, message: `${String(share)} is no share from 0 to 1` });
  }
  if (count !== undefined && (!Number.isInteger(count) || count < 0)) {
    faults.push({ path: `${path}.count`, message: `${String(count)} is no number of centers` });
  }
  return faults;
}
