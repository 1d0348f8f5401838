import { z } from 'zod';
import { PluginResultError } from '../faults/plugin-result-error.js';
import { ScoringInputError } from '../faults/scoring-input-error.js';
import type { CategoryPlugin } from '../plugin/category-plugin.types.js';
import type { CategoryOverrides } from '../scoring/score-input.types.js';
import type { ScoreSheet, Verdict } from '../scoring/score-sheet.types.js';
import { withVerdict } from '../scoring/verdict.js';
import { bandGrade, title } from './band-grade.js';
import { bandFaults } from './bands.js';
import { type Cohort, type CohortFunction, GRADES, type GradeResult } from './grading.types.js';
import { applyQuota, byRank, type Ranked } from './quota-grade.js';

type Grades = Readonly<Record<string, GradeResult>>;

/**
 * Grades a cohort (all sheets of one category, tenant and year): center id → grade and Chinese reason. A sheet that lacks opinions is not
 * evaluated. Gates, floors and vetoes hold over bands, quotas and the plugin's own function. Throws {@link ScoringInputError} on
 * another plugin's sheets, a center twice or faulty bands, {@link PluginResultError} on what a plugin's function must not return.
 */
export function gradeCohort(plugin: CategoryPlugin, cohort: Cohort, overrides: CategoryOverrides = {}): Grades {
  const faults = [...sheetFaults(plugin, cohort.sheets), ...overriddenBandFaults(overrides)];
  if (faults.length > 0) throw new ScoringInputError(plugin.id, faults);
  const { grading } = plugin;
  const bands = overrides.bands ?? grading.bands;
  const complete = cohort.sheets.filter((sheet) => sheet.complete);
  const byBands = complete.map((sheet): Ranked => ({ sheet, result: bandGrade(bands, sheet.total, sheet.verdict) }));
  const waiting = cohort.sheets
    .filter((sheet) => !sheet.complete)
    .map((sheet) => [sheet.centerId, notEvaluated(sheet)]);
  const settled: Grades = Object.fromEntries(waiting);
  switch (grading.kind) {
    case 'bands':
      return { ...settled, ...gradesOf(byBands) };
    case 'quota': {
      const { excellent, good } = grading.quotas;
      const ranked = byBands.toSorted(byRank);
      const first = excellent === undefined ? ranked : applyQuota(ranked, 'excellent', excellent, bands);
      return { ...settled, ...gradesOf(good === undefined ? first : applyQuota(first, 'good', good, bands)) };
    }
    case 'cohort':
      return { ...settled, ...functionGrades(plugin.id, grading.grade, cohort, byBands) };
  }
}

function gradesOf(ranked: readonly Ranked[]): Grades {
  return Object.fromEntries(ranked.map(({ sheet, result }) => [sheet.centerId, result]));
}

function notEvaluated({ missing }: ScoreSheet): GradeResult {
  const lacking = missing.filter(({ blocking }) => blocking);
  return { grade: 'notEvaluated', reason: `缺少 ${lacking.length} 项专家评分，不能评定等级` };
}

function sheetFaults({ id }: CategoryPlugin, sheets: readonly ScoreSheet[]) {
  const seen = new Set<string>();
  return sheets.flatMap(({ pluginId, centerId }) => {
    const path = `sheets.${centerId}`;
    if (pluginId !== id) return [{ path, message: `was scored by plugin ${pluginId}` }];
    if (seen.has(centerId)) return [{ path, message: 'is there twice' }];
    seen.add(centerId);
    return [];
  });
}

function overriddenBandFaults({ bands }: CategoryOverrides) {
  return bands === undefined ? [] : bandFaults(bands, 'overrides.bands');
}

const resultSchema = z.record(
  z.string(),
  z.strictObject({ grade: z.enum([...GRADES, 'notEvaluated']), reason: z.string().min(1) }),
);

function functionGrades(id: string, grade: CohortFunction, cohort: Cohort, byBands: readonly Ranked[]): Grades {
  const sheets = byBands.map(({ sheet }) => sheet);
  const parsed = resultSchema.safeParse(grade({ ...cohort, sheets, byBands: gradesOf(byBands) }));
  if (!parsed.success) {
    throw new PluginResultError(`The grading function of ${id} returned no grades: ${z.prettifyError(parsed.error)}`);
  }
  const expected = sheets.map(({ centerId }) => centerId);
  const lost = expected.filter((centerId) => !(centerId in parsed.data));
  const invented = Object.keys(parsed.data).filter((centerId) => !expected.includes(centerId));
  if (lost.length + invented.length > 0) {
    throw new PluginResultError(`The grading function of ${id} left out [${lost}] and invented [${invented}]`);
  }
  return Object.fromEntries(
    sheets.flatMap(({ centerId, verdict }) => {
      const result = parsed.data[centerId];
      return result === undefined ? [] : [[centerId, heldByVerdict(result, verdict)]];
    }),
  );
}

function heldByVerdict(result: GradeResult, verdict: Verdict | null): GradeResult {
  if (result.grade === 'notEvaluated' || verdict === null) return result;
  const grade = withVerdict(result.grade, verdict);
  if (grade === result.grade) return result;
  const rulings = verdict.reasons.map(({ explanation }) => explanation).join('；');
  return { grade, reason: `${result.reason}；${rulings}；评为${title(grade)}` };
}
