import { defineNotification, type NotificationDefinition } from '@shucu/notifications';
import type { StatementKind } from './revocation-case.entity.js';

/** To the center: it may state its case, until when. */
export const STATEMENT_INVITED = defineNotification('revocation.invited', {
  'zh-CN': {
    title: '撤销评价资格：请陈述申辩',
    body: '因“{ground}”，拟撤销{center}的评价资格。可于 {dueOn} 24:00 前陈述申辩并提交证据。{arithmetic}。',
  },
  en: {
    title: 'Revocation: state your case',
    body: 'The qualification of {center} may be revoked ("{ground}"). State your case and file evidence until {dueOn} 24:00. {arithmetic}.',
  },
});

/** To the province: the platform opened a case upon fails in a row. */
export const CASE_OPENED = defineNotification('revocation.opened', {
  'zh-CN': {
    title: '系统已立案：{center}',
    body: '{center}连续不合格，系统已依第十七条第（一）项立案并告知该中心。',
  },
  en: {
    title: 'Case opened: {center}',
    body: '{center} failed in a row: the platform opened a case and told the center.',
  },
});

/** To the province: an evaluation that the case rests on was corrected. */
export const CASE_BASIS_CHANGED = defineNotification('revocation.basisChanged', {
  'zh-CN': { title: '撤销案件依据有变：{center}', body: '{flag}请复核该案件。' },
  en: { title: 'Basis of a case changed: {center}', body: '{flag} Look at the case again.' },
});

/** To the province: the center was heard, as it was, and the case can be decided. */
export const CASE_HEARD: Readonly<Record<StatementKind, NotificationDefinition>> = {
  stated: heard('已提交陈述申辩', 'it has stated its case'),
  waived: heard('已放弃陈述申辩', 'it waived its statement'),
  lapsed: heard('在期限内未陈述申辩', 'it let the period for its statement pass'),
};

/** To the center: what was decided. */
export const CASE_DECIDED = {
  revoke: decided('撤销评价资格', 'qualification revoked'),
  dismiss: decided('不予撤销', 'case dismissed'),
  reverse: decided('恢复评价资格', 'qualification restored'),
} as const;

function heard(outcome: string, outcomeEn: string): NotificationDefinition {
  return defineNotification('revocation.heard', {
    'zh-CN': { title: '撤销案件待决定：{center}', body: `{center}${outcome}，案件可以作出决定。` },
    en: { title: 'Case to decide: {center}', body: `{center}: ${outcomeEn}. The case can be decided.` },
  });
}

function decided(decision: string, decisionEn: string): NotificationDefinition {
  return defineNotification('revocation.decided', {
    'zh-CN': { title: `{center}：${decision}`, body: `对{center}的撤销案件已作出决定：${decision}。理由：{reason}` },
    en: { title: `{center}: ${decisionEn}`, body: `The case of {center} is decided: ${decisionEn}. Reason: {reason}` },
  });
}
