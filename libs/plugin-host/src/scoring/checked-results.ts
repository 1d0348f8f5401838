import { type Cohort, GRADES, type GradeResult, type ScoreInput, scoreSheetSchema } from '@shucu/plugin-sdk';
import { z } from 'zod';
import { isStorable, storableMessage } from './storable-text.js';
import type { GradeAllResult, GradeAnswer, PluginFailure, ScoreAnswer, ScoreResult } from './thread.types.js';

/** The failure with its message made storable, whatever the plugin wrote into it. */
export function pluginFailure(code: string, message: string): PluginFailure {
  return { code, message: storableMessage(message) };
}

/** Plain data came back from foreign code: only a whole, storable score sheet of this very center counts. */
export function checkedSheet(pluginId: string, { center, year }: ScoreInput, answer: ScoreAnswer): ScoreResult {
  if (!answer.ok) return { ok: false, error: pluginFailure('plugin.threw', answer.message) };
  const invalid = (message: string): ScoreResult => ({
    ok: false,
    error: pluginFailure('plugin.invalidSheet', message),
  });
  const parsed = scoreSheetSchema.safeParse(answer.sheet);
  if (!parsed.success) return invalid(parsed.error.message);
  const sheet = parsed.data;
  if (sheet.pluginId !== pluginId || sheet.centerId !== center.id || sheet.year !== year) {
    return invalid('评分表不属于该类别、该中心或该年度');
  }
  if (!isStorable(sheet)) return invalid('评分表含有无法保存的字符或过长的文字');
  return { ok: true, sheet };
}

const gradeSchema: z.ZodType<GradeResult> = z.object({
  grade: z.enum([...GRADES, 'notEvaluated']),
  reason: z.string().refine(isStorable),
});

/** The grades of the cohort's own centers; one that is no grade or cannot be stored is left out, so that it costs its center only. */
export function checkedGrades({ sheets }: Cohort, answer: GradeAnswer): GradeAllResult {
  if (!answer.ok) return { ok: false, error: pluginFailure('plugin.threw', answer.message) };
  const grades = sheets.flatMap(({ centerId }): [string, GradeResult][] => {
    const parsed = gradeSchema.safeParse(answer.grades[centerId]);
    return parsed.success ? [[centerId, parsed.data]] : [];
  });
  return { ok: true, grades: Object.fromEntries(grades) };
}
