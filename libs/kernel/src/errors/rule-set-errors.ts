import type { ErrorSentences } from './error-sentences.js';

/** What the life of a rule set refuses (第二十条): editing, coming into force, scoring by it. */
export const RULE_SET_ERRORS = {
  'ruleSet.frozen': {
    kind: 'conflict',
    zh: '该实施细则{state}，不能修改；请另起草一个修订版',
    en: 'The rule set is {stateEn} and cannot be changed: draft a revision',
  },
  'ruleSet.notInForce': {
    kind: 'conflict',
    zh: '实施细则应在有效期内施行：{from} 至 {through}，施行日期 {date} 不在其中（第二十条）',
    en: 'A rule set comes into force within its validity, {from} to {through}, not on {date} (article 20)',
  },
  'ruleSet.ahead': {
    kind: 'conflict',
    zh: '施行日期 {date} 晚于今天 {today}：请在施行之日办理',
    en: 'The day {date} is after today, {today}: take the step on that day',
  },
  'ruleSet.laterRevision': {
    kind: 'conflict',
    zh: '{documentNumber} 的第 {later} 次修订已经施行，较早的第 {revision} 次修订不能再施行',
    en: 'Revision {later} of {documentNumber} has come into force: the earlier revision {revision} no longer can',
  },
  'ruleSet.previewMissing': {
    kind: 'conflict',
    zh: '施行前须对已定稿年度（{years}）试算并查看结果，请注明所依据的试算（previewId）',
    en: 'Preview the draft on a finalised year ({years}) and name the preview that you looked at (previewId)',
  },
  'ruleSet.previewOutdated': {
    kind: 'conflict',
    zh: '试算之后草案或类别插件已有变化，该试算不能作为依据，请重新试算',
    en: 'The draft or a category plugin has changed since that preview: preview it again',
  },
  'ruleSet.previewUnfinished': {
    kind: 'conflict',
    zh: '该试算尚未完成或已失败，不能作为依据',
    en: 'That preview is not finished, or has failed',
  },
  'ruleSet.noFinalYear': {
    kind: 'conflict',
    zh: '{year} 年度评估没有定稿的结果，不能据以试算',
    en: 'The evaluation of {year} is not finalised: nothing to preview on',
  },
  'ruleSet.pluginVersion': {
    kind: 'conflict',
    zh: '实施细则 {documentNumber} 按类别插件 {plugin} {pinned} 施行，当前安装的是 {installed}，主版本不同，不能据以评分：请安装原主版本，或施行按新版本修订的实施细则',
    en: 'Rule set {documentNumber} is in force with plugin {plugin} {pinned}, but {installed} is installed: install the former major version or put a revision for the new one in force',
  },
} as const satisfies Record<string, ErrorSentences>;
