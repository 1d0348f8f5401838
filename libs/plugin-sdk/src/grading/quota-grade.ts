import { Decimal } from '../decimal.js';
import type { ScoreSheet } from '../scoring/score-sheet.types.js';
import { type BandGrade, title } from './band-grade.js';
import type { Bands, Grade, Quota } from './grading.types.js';

/** A sheet with the grade that its total alone would give. */
export interface Ranked {
  readonly sheet: ScoreSheet;
  readonly result: BandGrade;
}

/**
 * Keeps the best within a quota of a grade and gives the others the next grade down. A share is of all ranked centers, rounded down; a
 * tie across the line stays outside, or wholly inside when the quota includes ties.
 */
export function applyQuota(
  ranked: readonly Ranked[],
  grade: 'excellent' | 'good',
  quota: Quota,
  bands: Bands,
): Ranked[] {
  const places = placesOf(quota, ranked.length);
  const candidates = ranked.filter(({ result }) => result.grade === grade);
  const line = candidates[places - 1]?.sheet.total;
  const firstOutside = candidates[places]?.sheet.total;
  const tied = line !== undefined && firstOutside !== undefined && new Decimal(line).eq(firstOutside);
  const within = (total: string): boolean => {
    if (candidates.length <= places) return true;
    if (line === undefined) return false;
    return tied && quota.ties !== 'include' ? new Decimal(total).gt(line) : new Decimal(total).gte(line);
  };
  const lower: Grade = grade === 'excellent' && bands.good !== undefined ? 'good' : 'pass';
  return ranked.map((entry) => {
    if (entry.result.grade !== grade || within(entry.sheet.total)) return entry;
    const rank = 1 + ranked.filter(({ sheet }) => new Decimal(sheet.total).gt(entry.sheet.total)).length;
    const reason = `${entry.result.reason}；排名第 ${rank}，超出${title(grade)}名额 ${places} 个，评为${title(lower)}`;
    return { sheet: entry.sheet, result: { grade: lower, reason } };
  });
}

/** Sheets by total, best first; equal totals by center id, so that the order never depends on the input's. */
export function byRank(a: Ranked, b: Ranked): number {
  const order = new Decimal(b.sheet.total).cmp(a.sheet.total);
  if (order !== 0) return order;
  return a.sheet.centerId < b.sheet.centerId ? -1 : 1;
}

function placesOf({ share, count }: Quota, centers: number): number {
  const byShare = share === undefined ? centers : new Decimal(share).times(centers).floor().toNumber();
  return Math.min(byShare, count ?? centers);
}
