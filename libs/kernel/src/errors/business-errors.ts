import type { ErrorSentences } from './error-sentences.js';

/** What the rule document or the state of a center, a record, a run or a case refuses. */
export const BUSINESS_ERRORS = {
  'organization.creditCodeTaken': {
    kind: 'conflict',
    zh: '统一社会信用代码 {creditCode} 已登记',
    en: 'Credit code {creditCode} is registered already',
  },
  'center.leadTaken': {
    kind: 'conflict',
    zh: '该单位已牵头建设数促中心（第八条：原则上每个单位只建设 1 种类型）',
    en: 'The organization leads a center already (article 8)',
  },
  'center.leadBanned': {
    kind: 'conflict',
    zh: '该单位曾被撤销评价资格，两年内不得再次申报，至 {until} 止（第十七条）',
    en: 'The organization lost its qualification and may not apply again through {until} (article 17)',
  },
  'record.void': { kind: 'conflict', zh: '该记录已作废，不能再修改', en: 'The record is void and cannot be changed' },
  'record.centerClosed': {
    kind: 'conflict',
    zh: '该中心已{status}，不能再登记',
    en: 'The center is {status}: nothing can be recorded for it',
  },
  'ruleSet.none': {
    kind: 'conflict',
    zh: '本省在 {date} 没有生效的实施细则，请先启用一份',
    en: 'No rule set in force on {date}',
  },
  'ratingRun.exists': {
    kind: 'conflict',
    zh: '{year} 年度评估已由 {by} 于 {at} 启动，同一年度只有一次评估',
    en: 'The evaluation of {year} was started by {by} at {at}: one run a year',
  },
  'ratingRun.yearOpen': { kind: 'conflict', zh: '{year} 年尚未结束，不能评估', en: 'Year {year} has not ended' },
  'ratingRun.noCenters': {
    kind: 'conflict',
    zh: '{year} 年没有应参评的中心（公告次年起评估，第十六条）',
    en: 'No center is due for {year} (article 16)',
  },
  'ratingRun.yearEmpty': {
    kind: 'conflict',
    zh: '{year} 年没有任何服务记录、资源或填报数据，无法评估',
    en: 'Nothing was recorded for {year}',
  },
  'ratingRun.referenceMissing': {
    kind: 'conflict',
    zh: '{year} 年缺少参考数据：{figures}，请先录入（PUT /api/v1/reference-figures）',
    en: 'Reference data of {year} are missing: {figures}; enter them first',
  },
  'ratingRun.laterFinal': {
    kind: 'conflict',
    zh: '{later} 年度评估已定稿，不能再启动更早的 {year} 年度评估',
    en: 'Year {later} is finalised: the earlier year {year} can no longer be started',
  },
  'ratingRun.historyChanged': {
    kind: 'conflict',
    zh: '{earlier} 年度评估在本次计算之后才定稿或更正，请重新计算 {year} 年度后再定稿',
    en: 'Year {earlier} was finalised or corrected after this computation: compute {year} again',
  },
  'ratingRun.outOfOrder': {
    kind: 'conflict',
    zh: '{earlier} 年度评估尚未定稿，请先完成再定稿 {year} 年度',
    en: 'Year {earlier} is not finalised yet: finalise it before {year}',
  },
  'ratingRun.ownReview': {
    kind: 'forbidden',
    zh: '复核人不得自行定稿，须由另一名省级人员定稿',
    en: 'Another officer than the one who reviewed the run finalises it',
  },
  'ratingRun.errors': {
    kind: 'conflict',
    zh: '有 {count} 个中心计算出错，不能定稿：{centers}',
    en: '{count} center(s) in error, cannot finalise: {centers}',
  },
  'ratingRun.opinionsMissing': {
    kind: 'conflict',
    zh: '有 {count} 个中心的定性指标缺少专家评分，不能定稿：{centers}',
    en: '{count} center(s) lack expert scores, cannot finalise: {centers}',
  },
  'ratingRun.scoresChanged': {
    kind: 'conflict',
    zh: '{count} 个中心在计算之后又有新的专家评分，请重新计算后再定稿',
    en: 'Expert scores of {count} center(s) came after the computation: compute again',
  },
  'assessment.unknownCriterion': {
    kind: 'invalid',
    zh: '指标 {indicator} 没有定性评价标准 {criterion}，可用：{known}',
    en: 'Indicator {indicator} has no judged criterion {criterion}; known: {known}',
  },
  'assessment.computing': {
    kind: 'conflict',
    zh: '{year} 年度评估正在计算或定稿，请稍后再提交评分',
    en: 'The evaluation of {year} is being computed or finalised: score again in a moment',
  },
  'assessment.closed': {
    kind: 'conflict',
    zh: '{year} 年度评估已定稿，不能再评分',
    en: 'The evaluation of {year} is final: scores are closed',
  },
  'assignment.notAnExpert': {
    kind: 'invalid',
    zh: '没有这样的专家：只能指派已启用且具有专家角色的账号',
    en: 'There is no such expert: only an active account with the role of an expert can be assigned',
  },
  'assignment.ownOrganization': {
    kind: 'conflict',
    zh: '该专家属于此中心的牵头单位或联合体成员单位，不得指派，请另选专家',
    en: 'The expert belongs to an organization that leads the center or takes part in it: assign somebody else',
  },
  'assignment.exists': {
    kind: 'conflict',
    zh: '该专家已被指派评估此中心的 {year} 年度，无需重复指派',
    en: 'The expert is assigned to this center for {year} already',
  },
  'decision.ownOrganization': {
    kind: 'forbidden',
    zh: '不得对本单位（含联合体成员单位）的中心评分、核实或作出决定',
    en: 'Nobody scores, verifies or decides on a center of an organization of their own',
  },
  'record.ownRecord': {
    kind: 'forbidden',
    zh: '登记人不得核实自己登记的记录',
    en: 'Whoever recorded it does not verify it',
  },
  'revocation.openCase': {
    kind: 'conflict',
    zh: '该中心已有同一事由的未结撤销案件',
    en: 'The center has an open case on this ground',
  },
  'revocation.ownCase': {
    kind: 'forbidden',
    zh: '立案人不得对同一案件作出决定',
    en: 'Whoever opened the case does not decide on it',
  },
  'revocation.ground': {
    kind: 'invalid',
    zh: '“连续两次不合格”由系统依评估结果立案，不能手工立案',
    en: 'Two consecutive fails open a case by themselves',
  },
  'document.notReady': { kind: 'conflict', zh: '文书正在生成，请稍后再取', en: 'The document is still being produced' },
  'document.template': { kind: 'invalid', zh: '模板有误：{reason}', en: 'Faulty template: {reason}' },
  'plugin.faulty': { kind: 'invalid', zh: '类别插件有误：{faults}', en: 'Faulty category plugin: {faults}' },
  'plugin.unknown': { kind: 'invalid', zh: '没有类别 {id}，可用：{known}', en: 'No category {id}; known: {known}' },
} as const satisfies Record<string, ErrorSentences>;
