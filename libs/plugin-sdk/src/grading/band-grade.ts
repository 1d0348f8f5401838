import { Decimal } from '../decimal.js';
import type { Verdict } from '../scoring/score-sheet.types.js';
import { withVerdict } from '../scoring/verdict.js';
import { type LowerEnd, lowerEnds, reachesEnd } from './bands.js';
import { GRADE_TITLES } from './grade-titles.js';
import type { Bands, Grade, GradeResult } from './grading.types.js';

/** A grade by the bands with the sentence that explains it. */
export interface BandGrade extends GradeResult {
  readonly grade: Grade;
}

/** Grade of a total by the bands, then by the gates, floors and vetoes of its sheet. */
export function bandGrade(bands: Bands, total: string, verdict: Verdict | null): BandGrade {
  const ends = lowerEnds(bands);
  const reached = ends.findIndex((end) => reachesEnd(new Decimal(total), end));
  const grade = ends[reached]?.grade ?? 'fail';
  const next = reached === -1 ? ends.at(-1) : ends[reached - 1];
  const sentence = bandSentence(total, ends[reached], next);
  if (verdict === null) return { grade, reason: `${sentence}，评为${title(grade)}` };
  const final = withVerdict(grade, verdict);
  const rulings = verdict.reasons.map(({ explanation }) => explanation).join('；');
  return { grade: final, reason: `${sentence}；${rulings}；评为${title(final)}` };
}

/** The Chinese name of a grade. */
export function title(grade: Grade): string {
  return GRADE_TITLES[grade]['zh-CN'];
}

/** A total as a reader sees it: two decimals, or all of them where rounding would put it on the other side of `ends`. */
function totalText(total: string, ends: readonly LowerEnd[]): string {
  const exact = new Decimal(total);
  const shown = exact.toDecimalPlaces(2);
  const misleads = ends.some((end) => reachesEnd(exact, end) !== reachesEnd(shown, end));
  return (misleads ? exact : shown).toFixed();
}

function bandSentence(total: string, reached: LowerEnd | undefined, next: LowerEnd | undefined): string {
  const ends = [reached, next].filter((end) => end !== undefined);
  const parts = [`总分 ${totalText(total, ends)} 分`];
  if (reached !== undefined) parts.push(`达到${title(reached.grade)}标准（${endText(reached)}）`);
  if (next !== undefined) parts.push(`未达到${title(next.grade)}标准（${endText(next)}）`);
  return parts.join('，');
}

function endText({ at, inclusive }: LowerEnd): string {
  return `${inclusive ? '不低于' : '高于'} ${at.toFixed()} 分`;
}
