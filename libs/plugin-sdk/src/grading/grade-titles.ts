import type { LocalizedText } from '../localized-text.types.js';
import type { GradeOutcome } from './grading.types.js';

/** Names of the grades (第十六条) and of the state of not being evaluated. */
export const GRADE_TITLES: Readonly<Record<GradeOutcome, LocalizedText>> = {
  excellent: { 'zh-CN': '优秀', en: 'Excellent' },
  good: { 'zh-CN': '良好', en: 'Good' },
  pass: { 'zh-CN': '合格', en: 'Pass' },
  fail: { 'zh-CN': '不合格', en: 'Fail' },
  notEvaluated: { 'zh-CN': '未评估', en: 'Not evaluated' },
};
