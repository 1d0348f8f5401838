import type { ErrorSentences } from './error-sentences.js';

/** What public notices, objections and announcements refuse (第十三条、第十四条). */
export const NOTICE_ERRORS = {
  'notice.oneRound': {
    kind: 'invalid',
    zh: '一次公示只能包含同一批次的申报，请分开公示',
    en: 'A notice holds applications of one round: publish them apart',
  },
  'notice.notOn': {
    kind: 'invalid',
    zh: '该申报不在此公示中',
    en: 'This application is not on the notice',
  },
  'notice.renewal': {
    kind: 'invalid',
    zh: '{name}：异议成立退回更正的，须注明更正后重新公示的原公示；其他申报不得注明',
    en: '{name}: what an upheld objection sent back names the notice that is renewed, and nothing else names one',
  },
  'notice.notOver': {
    kind: 'conflict',
    zh: '公示期尚未届满，至 {through} 24:00 止（第十三条），不能公告：{name}',
    en: 'The notice runs through {through} 24:00 (article 13): {name} cannot be announced yet',
  },
  'notice.contested': {
    kind: 'conflict',
    zh: '{name} 有未办结的异议（{receipts}），请先答复（第十四条）',
    en: '{name} has open objections ({receipts}): answer them first (article 14)',
  },
  'objection.tooLate': {
    kind: 'conflict',
    zh: '公示期已于 {through} 24:00 届满，不再受理异议',
    en: 'The notice ended on {through} 24:00: objections are no longer taken',
  },
  'objection.own': {
    kind: 'forbidden',
    zh: '异议提出人不得答复该异议',
    en: 'Whoever filed an objection does not answer it',
  },
  'objection.ticket': {
    kind: 'notFound',
    zh: '没有这份异议，或查询码不符，请核对回执',
    en: 'There is no such objection, or the code does not fit: see the receipt',
  },
  'objection.consequence': {
    kind: 'invalid',
    zh: '异议成立的须选择“更正后重新公示”或“不予通过”，不成立或不予受理的不得选择',
    en: 'An upheld objection leads to a renewed notice or a fail, any other to neither',
  },
} as const satisfies Record<string, ErrorSentences>;
