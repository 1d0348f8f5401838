import type { CategoryPlugin } from '@shucu/plugin-sdk';
import type { RuleSet } from '@shucu/rule-sets';
import type { Rating } from '../rating.entity.js';
import type { CategoryResult } from '../rating-scorer.js';
import { type Outcome, previewReasons } from './preview-reasons.js';
import type { PreviewReason, RuleSetPreviewItem } from './rule-set-preview.entity.js';

/** The rules on both sides of a preview. */
export interface RuleSides {
  readonly draft: Pick<RuleSet, 'parameters' | 'overrides'>;
  /** Those that the run was rated by. */
  readonly former: Pick<RuleSet, 'overrides'>;
}

/** What a preview says of one center: the stored result beside the one by the draft. */
export function previewItem(
  previewId: string,
  rating: Rating,
  result: CategoryResult | undefined,
  sides: RuleSides & { readonly plugin: CategoryPlugin },
): RuleSetPreviewItem {
  const reasons = reasonsOf(rating, result, sides);
  return {
    ...stored(previewId, rating),
    newTotal: result?.ok ? result.sheet.total : null,
    newGrade: result?.ok ? result.grade.grade : null,
    changed: reasons.length > 0,
    reasons,
    error: result?.ok ? null : (result?.error.message ?? null),
  };
}

/** Of a center whose result an officer stated, or whom an officer did not have evaluated: no rule changes that. */
export function decidedItem(previewId: string, rating: Rating): RuleSetPreviewItem {
  const { oldTotal, oldGrade, ...item } = stored(previewId, rating);
  const unchanged = { newTotal: oldTotal, newGrade: oldGrade, changed: false, reasons: [], error: null };
  return { ...item, oldTotal, oldGrade, ...unchanged };
}

function stored(previewId: string, { tenantId, centerId, inputs, pluginId, total, state, grade }: Rating) {
  const oldGrade = state === 'notEvaluated' ? state : grade;
  return { tenantId, previewId, centerId, centerName: inputs.center.name, pluginId, oldTotal: total, oldGrade };
}

function reasonsOf(
  rating: Rating,
  result: CategoryResult | undefined,
  { plugin, draft, former }: RuleSides & { readonly plugin: CategoryPlugin },
): readonly PreviewReason[] {
  const bandsBy = ({ overrides }: Pick<RuleSet, 'overrides'>) => overrides[plugin.id]?.bands ?? plugin.grading.bands;
  const before = storedOutcome(rating, bandsBy(former));
  if (before && result?.ok) {
    return previewReasons(before, { sheet: result.sheet, grade: result.grade, bands: bandsBy(draft) });
  }
  if (before) return [errorReason(`按草案不能评分：${result?.ok === false ? result.error.message : ''}`)];
  return result?.ok ? [errorReason(`原不能评分（${rating.error?.message}），按草案可以评分`)] : [];
}

function storedOutcome({ sheet, grade, gradeReason }: Rating, bands: Outcome['bands']): Outcome | null {
  return sheet ? { sheet, grade: { grade: grade ?? 'notEvaluated', reason: gradeReason ?? '' }, bands } : null;
}

function errorReason(text: string): PreviewReason {
  return { kind: 'error', id: null, from: null, to: null, text };
}
