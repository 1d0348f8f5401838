import type { ErrorSentences } from './error-sentences.js';

/** What the year of an active center refuses: annual reports, change reports, the verification of many records at once. */
export const CENTER_YEAR_ERRORS = {
  'annualReport.notDue': {
    kind: 'invalid',
    zh: '该中心没有 {year} 年度工作报告义务：公告当年（{first} 年）起至本年度（{last} 年），须为运行中的中心',
    en: 'The center owes no report of {year}: an active center does from the year of its announcement ({first}) through this one ({last})',
  },
  'annualReport.yearNotOver': {
    kind: 'conflict',
    zh: '{year} 年度尚未结束，年度工作报告自次年 1 月 1 日起报送',
    en: '{year} is not over: its report is filed from 1 January of the next year',
  },
  'annualReport.incomplete': {
    kind: 'invalid',
    zh: '年度工作报告还有 {count} 项未填写，补齐后再报送',
    en: '{count} part(s) of the report are empty: fill them in before filing',
  },
  'report.closed': {
    kind: 'conflict',
    zh: '“{state}”的报告不能再修改；如需修改，请由省级退回',
    en: 'A report that is {stateEn} cannot be changed; the province may return it',
  },
  'report.ownReport': {
    kind: 'forbidden',
    zh: '报送人不得审核自己报送的报告',
    en: 'Whoever filed the report does not decide on it',
  },
  'change.future': {
    kind: 'invalid',
    zh: '变更生效日期 {effectiveOn} 尚未到来：变更发生后再报告（第十八条）',
    en: 'The change takes effect on {effectiveOn}: report it once it has happened',
  },
  'change.noEvidence': {
    kind: 'invalid',
    zh: '请上传变更的证明材料（如登记机关的变更通知书）后再报送',
    en: 'Attach the proof of the change before filing it',
  },
  'change.notOfCenter': {
    kind: 'conflict',
    zh: '“{organization}”不是（或已不再是）该中心的牵头单位或联合体成员单位，请退回更正',
    en: '“{organization}” does not lead the center or take part in it (any more): return the report for correction',
  },
  'change.alreadyMember': {
    kind: 'conflict',
    zh: '“{organization}”在 {effectiveOn} 已是该中心的牵头单位或联合体成员单位',
    en: '“{organization}” leads the center or takes part in it on {effectiveOn} already',
  },
  'change.leadLeaves': {
    kind: 'conflict',
    zh: '牵头单位不能以“成员退出”变更：请以合并、分立或重组报告由谁承继',
    en: 'A lead cannot leave as a member does: report who succeeds it, by merger, split or reorganisation',
  },
  'change.sameDay': {
    kind: 'conflict',
    zh: '“{field}”在 {effectiveOn} 已有一项生效的变更，同一天不能再变更一次',
    en: 'There is a change of “{field}” as of {effectiveOn} already',
  },
  'change.sameOrganization': {
    kind: 'conflict',
    zh: '承继单位与原单位是同一个单位（统一社会信用代码 {creditCode}）',
    en: 'The successor is the same organization ({creditCode})',
  },
  'record.bulkRefused': {
    kind: 'invalid',
    zh: '{count} 条记录不能核实，因此全部未作改动；可逐条查看原因，更正后重新提交，或选择“仅处理可以核实的记录”',
    en: '{count} record(s) cannot be verified, so none was changed; see why row by row, or ask for the others only',
  },
} as const satisfies Record<string, ErrorSentences>;
