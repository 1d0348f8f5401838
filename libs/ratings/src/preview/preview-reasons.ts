import { Decimal, normalDecimal } from '@shucu/kernel';
import { type Bands, GRADE_TITLES, type GradeResult, type ScoreSheet, type Verdict } from '@shucu/plugin-sdk';
import { adjustmentReasons, changeText, indicatorReasons } from './indicator-reasons.js';
import type { PreviewReason } from './rule-set-preview.entity.js';

/** What came out for a center on one side: by the rules of the run, or by the draft. */
export interface Outcome {
  readonly sheet: ScoreSheet;
  readonly grade: GradeResult;
  /** Bands that the total was held against. */
  readonly bands: Bands;
}

/**
 * Why a center's outcome differs, cause by cause; nothing where score and grade come out the same, to the last digit. A band is named
 * only where the grade differs, as it decides nothing else.
 */
export function previewReasons(before: Outcome, after: Outcome): PreviewReason[] {
  const causes = [
    ...indicatorReasons(before.sheet, after.sheet),
    ...adjustmentReasons(before.sheet, after.sheet),
    ...verdictReasons(before.sheet.verdict, after.sheet.verdict),
    ...opinionReasons(before.sheet, after.sheet),
  ];
  const grades = gradeReasons(before, after);
  if (causes.length + grades.length === 0) return [];
  return [...pluginReasons(before.sheet, after.sheet), ...causes, ...grades];
}

function pluginReasons({ pluginVersion: from }: ScoreSheet, { pluginVersion: to }: ScoreSheet): PreviewReason[] {
  if (from === to) return [];
  return [{ kind: 'plugin', id: null, from, to, text: `类别插件由 ${from} 变为 ${to}，原结果按旧版本计算` }];
}

/** Gates, floors and vetoes that came, went or say something else. */
function verdictReasons(before: Verdict | null, after: Verdict | null): PreviewReason[] {
  const [earlier, later] = [before?.reasons ?? [], after?.reasons ?? []];
  const gone = earlier.filter(({ explanation }) => !later.some((one) => one.explanation === explanation));
  const come = later.filter(({ explanation }) => !earlier.some((one) => one.explanation === explanation));
  return [
    ...gone.map(({ id, explanation }) => verdictReason(id, explanation, null, `不再适用：${explanation}`)),
    ...come.map(({ id, explanation }) => verdictReason(id, null, explanation, `新适用：${explanation}`)),
  ];
}

function verdictReason(id: string, from: string | null, to: string | null, text: string): PreviewReason {
  return { kind: 'verdict', id, from, to, text };
}

function opinionReasons(before: ScoreSheet, after: ScoreSheet): PreviewReason[] {
  if (before.complete === after.complete) return [];
  const missing = (after.complete ? before : after).missing.filter(({ blocking }) => blocking).length;
  const [from, to] = after.complete ? [String(missing), '0'] : ['0', String(missing)];
  const text = after.complete
    ? `缺少的 ${missing} 项专家评分计零分，不再等待`
    : `缺少的 ${missing} 项专家评分不再计零分，须补齐后才能评定`;
  return [{ kind: 'opinions', id: null, from, to, text }];
}

function gradeReasons(before: Outcome, after: Outcome): PreviewReason[] {
  const [from, to] = [before.grade.grade, after.grade.grade];
  if (from === to) return [];
  const titles = [from, to].map((grade) => GRADE_TITLES[grade]['zh-CN']);
  const totals = [before.sheet.total, after.sheet.total] as const;
  const score = new Decimal(totals[0]).eq(totals[1])
    ? `总分 ${normalDecimal(totals[1])} 分未变`
    : `总分${changeText(...totals)}`;
  const text = `等级由${titles.join('变为')}：${score}；${after.grade.reason}`;
  return [...bandReasons(before.bands, after.bands), { kind: 'grade', id: null, from, to, text }];
}

function bandReasons(before: Bands, after: Bands): PreviewReason[] {
  return (['excellent', 'good', 'pass'] as const).flatMap((grade) => {
    const [from, to] = [endOf(before[grade]), endOf(after[grade])];
    if (from === to) return [];
    const text = `“${GRADE_TITLES[grade]['zh-CN']}”分数线由${from ?? '无'}调整为${to ?? '无'}`;
    return [{ kind: 'band', id: grade, from, to, text }];
  });
}

function endOf(band: Bands['excellent']): string | null {
  if (band === undefined) return null;
  const { at, inclusive = true } = typeof band === 'object' ? band : { at: band };
  return `${inclusive ? '不低于' : '高于'} ${normalDecimal(at)} 分`;
}
