import { defineNotification, type NotificationDefinition } from '@shucu/notifications';
import { GRADE_TITLES } from '@shucu/plugin-sdk';
import type { RatingResult } from './rating.entity.js';

/** A text in both languages of the platform. */
interface Outcome {
  readonly outcome: string;
  readonly outcomeEn: string;
}

/** How a result reads: its grade, or the state that is none. */
export function outcomeOf({ state, grade }: Pick<RatingResult, 'state' | 'grade'>): Outcome {
  if (state === 'error') return { outcome: '计算出错', outcomeEn: 'in error' };
  const titles = GRADE_TITLES[grade ?? 'notEvaluated'];
  return { outcome: titles['zh-CN'], outcomeEn: titles.en };
}

/** To a center: it can see its reviewed result and object. */
export const RESULT_DISCLOSED = defineNotification('rating.disclosed', {
  'zh-CN': {
    title: '{year}年度评估结果征求意见',
    body: '{center}{year}年度运行质量评估结果已反馈，如有异议，可在定稿前提出。',
  },
  en: {
    title: 'Rating of {year}: objections',
    body: 'The result of {center} for {year} can be seen; object before it is final.',
  },
});

/** To the province: a center objects. */
export const OBJECTION_FILED = defineNotification('rating.objectionFiled', {
  'zh-CN': {
    title: '评估结果异议：{center}',
    body: '{center}对{year}年度评估结果提出异议，须于 {dueOn} 24:00 前答复。',
  },
  en: {
    title: 'Objection: {center}',
    body: '{center} objects to its rating of {year}; to be answered until {dueOn} 24:00.',
  },
});

/** To a center: its objection is answered. */
export const OBJECTION_ANSWERED = {
  uphold: answered('成立', 'upheld'),
  reject: answered('不成立', 'rejected'),
} as const;

/** To a center: this is its published result; of one that was not evaluated `reason` says why. */
export function resultPublished({ outcome, outcomeEn }: Outcome): NotificationDefinition {
  return defineNotification('rating.published', {
    'zh-CN': { title: '{year}年度评估结果已公布', body: `{center}{year}年度运行质量评估：${outcome}。{reason}` },
    en: { title: 'Rating of {year} published', body: `{center}, rating of {year}: ${outcomeEn}. {reason}` },
  });
}

/** To a center: its published result was corrected. */
export function resultCorrected({ outcome, outcomeEn }: Outcome): NotificationDefinition {
  return defineNotification('rating.corrected', {
    'zh-CN': {
      title: '{year}年度评估结果已更正',
      body: `{center}{year}年度运行质量评估结果更正为：${outcome}。理由：{reason}`,
    },
    en: { title: 'Rating of {year} corrected', body: `{center}, rating of {year}: now ${outcomeEn}. Reason: {reason}` },
  });
}

function answered(outcome: string, outcomeEn: string): NotificationDefinition {
  return defineNotification('rating.objectionAnswered', {
    'zh-CN': { title: `异议答复：${outcome}`, body: `{center}对{year}年度评估结果的异议${outcome}。答复：{answer}` },
    en: { title: `Objection: ${outcomeEn}`, body: `{center}, rating of {year}: objection ${outcomeEn}. {answer}` },
  });
}
