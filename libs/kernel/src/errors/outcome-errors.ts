import type { ErrorSentences } from './error-sentences.js';

/** What the course of a revocation, or of a rating that is objected to or corrected, refuses. */
export const OUTCOME_ERRORS = {
  'revocation.unproven': {
    kind: 'conflict',
    zh: '第 {facts} 条事实没有佐证材料，补充后才能告知中心',
    en: 'Fact(s) {facts} have no evidence: add it before the center is told',
  },
  'revocation.factsClosed': {
    kind: 'conflict',
    zh: '已告知中心，事实和佐证材料不能再改',
    en: 'The center has been told: facts and evidence can no longer be changed',
  },
  'revocation.statementLate': {
    kind: 'conflict',
    zh: '陈述申辩期限已于 {dueOn} 24:00 届满',
    en: 'The period for the statement ended on {dueOn} 24:00',
  },
  'ratingRun.objectionsOpen': {
    kind: 'conflict',
    zh: '有 {count} 个中心对评估结果的异议尚未答复，不能定稿：{centers}',
    en: 'Objections of {count} center(s) are not answered yet, cannot finalise: {centers}',
  },
  'ratingRun.objectionsUpheld': {
    kind: 'conflict',
    zh: '{count} 个中心的异议成立后尚未重新计算，不能定稿：{centers}',
    en: 'Nothing was computed since objections of {count} center(s) were upheld, cannot finalise: {centers}',
  },
  'ratingObjection.closed': {
    kind: 'conflict',
    zh: '评估处于“{state}”且未反馈结果，现在不能提出异议',
    en: 'The run is {state} and its results were not disclosed: no objection is possible now',
  },
  'ratingObjection.open': {
    kind: 'conflict',
    zh: '该中心对本年度评估结果已有未答复的异议',
    en: 'The center has an objection to this rating that is not answered yet',
  },
  'ratingObjection.ownAnswer': {
    kind: 'forbidden',
    zh: '复核人不得答复对评估结果的异议，须由另一名省级人员答复',
    en: 'Another officer than the one who reviewed the run answers objections to it',
  },
  'rating.notPublished': {
    kind: 'conflict',
    zh: '评估处于“{state}”；公布之前请重新计算，公布之后才能更正',
    en: 'The run is {state}: compute it again before the publication; only a published rating is corrected',
  },
  'rating.ownFinalisation': {
    kind: 'forbidden',
    zh: '定稿人不得更正自己定稿的评估结果，须由另一名省级人员更正',
    en: 'Another officer than the one who finalised the run corrects its ratings',
  },
  'rating.correctionFails': {
    kind: 'conflict',
    zh: '重新计算没有得出结果：{reason}',
    en: 'The computation gave no result: {reason}',
  },
  'rating.unchanged': {
    kind: 'conflict',
    zh: '重新计算的结果与现行结果完全相同，无需更正',
    en: 'The computation gives what is there already: nothing to correct',
  },
  'ratingRemark.exists': {
    kind: 'conflict',
    zh: '该中心在本次评估中已作此标注',
    en: 'The center is marked so in this run already',
  },
  'ratingRemark.notRated': {
    kind: 'invalid',
    zh: '该中心不在本次评估之列',
    en: 'The center is not in this run',
  },
} as const satisfies Record<string, ErrorSentences>;
