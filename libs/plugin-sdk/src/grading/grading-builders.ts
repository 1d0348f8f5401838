import type { Bands, CohortFunction, Grading, Quota } from './grading.types.js';

/** Grades by the total alone; lower ends are included unless a band says otherwise. */
export function bands(limits: Bands): Grading {
  return { kind: 'bands', bands: limits };
}

/** Grades by bands, then at most so many by rank: who is beyond a quota gets the next grade down. */
export function quota(limits: Bands, quotas: Readonly<Partial<Record<'excellent' | 'good', Quota>>>): Grading {
  return { kind: 'quota', bands: limits, quotas };
}

/** Grades by the plugin's own pure function over the whole cohort and its history. */
export function cohort(limits: Bands, grade: CohortFunction): Grading {
  return { kind: 'cohort', bands: limits, grade };
}
