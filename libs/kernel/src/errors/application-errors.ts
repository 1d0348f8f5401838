import type { ErrorSentences } from './error-sentences.js';

/** What rounds and applications refuse. */
export const APPLICATION_ERRORS = {
  'round.exists': {
    kind: 'conflict',
    zh: '{year} 年已有申报批次“{title}”，每年集中组织一次（第九条）',
    en: 'There is a round of {year} already, "{title}": one a year (article 9)',
  },
  'round.noRuleSet': {
    kind: 'conflict',
    zh: '{date} 没有有效的实施细则（{latest}），不能据以组织申报，请先启用新的实施细则（第二十条）',
    en: 'No rule set is valid on {date} ({latestEn}): no round can be opened under an expired one (article 20)',
  },
  'round.notOpen': {
    kind: 'conflict',
    zh: '申报批次“{title}”的申报期为 {opensOn} 至 {closesOn}，现在{state}，不能{act}（第九条）',
    en: 'The round "{title}" takes applications from {opensOn} through {closesOn}: it is {stateEn} now (article 9)',
  },
  'round.closed': {
    kind: 'conflict',
    zh: '申报批次已于 {closesOn} 截止，不能再修改',
    en: 'The round closed on {closesOn} and cannot be changed',
  },
  'application.exists': {
    kind: 'conflict',
    zh: '该单位已在本批次申报“{name}”，同一单位在一个批次中只能牵头一项申报（第八条）',
    en: 'The organization leads an application in this round already: "{name}" (article 8)',
  },
  'application.leadBanned': {
    kind: 'conflict',
    zh: '“{organization}”（{creditCode}）被撤销评价资格，两年内不得再次申报（第十七条）：{arithmetic}。申报单位{match}。{through} 之后方可申报',
    en: '"{organization}" ({creditCode}) lost its qualification and may not apply through {through} (article 17): {arithmeticEn}. {matchEn}',
  },
  'application.excluded': {
    kind: 'conflict',
    zh: '与已有数促中心冲突（{count} 项，第八条），须经省级工信部门书面同意',
    en: '{count} conflict(s) with other centers (article 8): the province has to make a written exception',
  },
  'application.nothingExcluded': {
    kind: 'conflict',
    zh: '目前没有需要书面同意的冲突（第八条）',
    en: 'There is nothing to make an exception for (article 8)',
  },
  'application.notEditable': {
    kind: 'conflict',
    zh: '申报处于“{state}”，材料不能修改；只有填报中或退回补正的申报可以修改',
    en: 'The application is "{stateEn}": only a draft or a returned one can be changed',
  },
  'application.incomplete': {
    kind: 'invalid',
    zh: '申报材料尚不能提交，有 {count} 处需要补充或更正',
    en: 'The application cannot be submitted: {count} thing(s) to complete or correct',
  },
  'application.contentChanged': {
    kind: 'conflict',
    zh: '申报内容在您打开之后已有修改，请重新查看后再确认',
    en: 'The content was changed since you opened it: look at it again before you sign off',
  },
  'application.noSubmission': {
    kind: 'notFound',
    zh: '没有第 {number} 次提交；该申报共提交 {count} 次',
    en: 'There is no submission {number}: the application was submitted {count} time(s)',
  },
} as const satisfies Record<string, ErrorSentences>;
