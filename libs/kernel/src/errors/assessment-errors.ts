import type { ErrorSentences } from './error-sentences.js';

/** What the experts' assessment of a center refuses (第十二条). */
export const ASSESSMENT_ERRORS = {
  'assessment.exists': {
    kind: 'conflict',
    zh: '该中心 {year} 年度已有核查评估，请先终止原评估',
    en: 'The center has an assessment for {year}: cancel that one first',
  },
  'assessment.tooFewExperts': {
    kind: 'conflict',
    zh: '专家不足：需要 {wanted} 名，可选 {eligible} 名。未入选：{reasons}',
    en: 'Too few experts: {wanted} are needed, {eligible} can be drawn. Left out: {reasonsEn}',
  },
  'assessment.declareFirst': {
    kind: 'conflict',
    zh: '请先申报有无利益冲突，再查看和评分（第十二条）',
    en: 'Declare first whether there is a conflict of interest (article 12)',
  },
  'assessment.conflicted': {
    kind: 'conflict',
    zh: '您与该申报单位或成员单位存在任职关系，应当回避（第十二条）：请申报利益冲突',
    en: 'You work or have worked for an organization behind the center: declare the conflict (article 12)',
  },
  'assessment.declared': {
    kind: 'conflict',
    zh: '该指派已申报或已终止，不能再申报',
    en: 'The assignment was declared upon, or has ended, already',
  },
  'assessment.sheetSealed': {
    kind: 'conflict',
    zh: '评分表已提交封存，不能再修改',
    en: 'The score sheet is submitted and sealed: it cannot be changed',
  },
  'assessment.sheetIncomplete': {
    kind: 'conflict',
    zh: '尚有 {count} 项没有评分，不能提交：{missing}',
    en: '{count} criteria have no score yet: {missing}',
  },
  'assessment.notMerged': {
    kind: 'conflict',
    zh: '评分尚未汇总，汇总后方可查看',
    en: 'The scores are not merged yet: they can be seen when they are',
  },
  'assessment.notInGroup': {
    kind: 'invalid',
    zh: '该专家不在本评估组，不能担任组长',
    en: 'The expert is not in the group and cannot lead it',
  },
  'assessment.notLeader': {
    kind: 'forbidden',
    zh: '只有评估组组长可以签署评价结果',
    en: 'Only the leader of the group signs its result',
  },
  'assessment.noTotal': {
    kind: 'conflict',
    zh: '总分无法计算，不能签署：{fault}',
    en: 'There is no total to sign: {fault}',
  },
  'assessment.unknownMeasure': {
    kind: 'invalid',
    zh: '该类别没有统计口径：{measures}',
    en: 'The category has no such measure: {measures}',
  },
  'assessment.ofApplication': {
    kind: 'conflict',
    zh: '申报的核查评估随申报终止，请退回或办结该申报',
    en: 'The assessment of an application ends with it: return or conclude the application',
  },
} as const satisfies Record<string, ErrorSentences>;
