import { defineNotification } from '@shucu/notifications';

/** To the applicant: item by item what is to be corrected, and by when. */
export const APPLICATION_RETURNED = defineNotification('application.returned', {
  'zh-CN': {
    title: '申报材料退回补正：{name}',
    body: '“{name}”的申报材料退回补正，共 {count} 项意见，请逐项答复并于 {dueOn} 前重新提交。',
  },
  en: {
    title: 'Returned for correction: {name}',
    body: 'The dossier of "{name}" was returned with {count} remark(s): answer each and resubmit by {dueOn}.',
  },
});

/** To the province: a bureau has recommended. */
export const APPLICATION_RECOMMENDED = defineNotification('application.recommended', {
  'zh-CN': {
    title: '收到推荐：{name}',
    body: '{bureau}已推荐“{lead}”申报的“{name}”，请在 {dueOn} 前完成形式审查。',
  },
  en: {
    title: 'Recommended: {name}',
    body: '{bureau} has recommended "{name}" of "{lead}": the formal review is due by {dueOn}.',
  },
});

/** To the applicant: the bureau has recommended. */
export const RECOMMENDATION_GIVEN = defineNotification('application.recommendationGiven', {
  'zh-CN': { title: '已获推荐：{name}', body: '{bureau}已向省级工信部门推荐“{name}”，进入形式审查。' },
  en: { title: 'Recommended: {name}', body: '{bureau} has recommended "{name}" to the province.' },
});

/** To the applicant and its bureau: it ends here, and why. */
export const APPLICATION_REJECTED = defineNotification('application.rejected', {
  'zh-CN': { title: '申报未予推荐或受理：{name}', body: '“{name}”的申报未予推荐或受理。理由：{reason}' },
  en: { title: 'Application rejected: {name}', body: 'The application of "{name}" was rejected. Reason: {reason}' },
});

/** To the applicant: the experts begin. */
export const APPLICATION_ACCEPTED = defineNotification('application.accepted', {
  'zh-CN': { title: '形式审查通过：{name}', body: '“{name}”已通过形式审查，进入专家核查评估。' },
  en: { title: 'Formal review passed: {name}', body: '"{name}" has passed the formal review; experts assess it now.' },
});

/** To the applicant and its bureau: the result is to be published. */
export const APPLICATION_PASSED = defineNotification('application.passed', {
  'zh-CN': { title: '评价通过，拟公示：{name}', body: '“{name}”核查评估得分 {total}，拟列入公示。说明：{reason}' },
  en: { title: 'Passed: {name}', body: 'The experts gave "{name}" {total} points; it will be on notice. {reason}' },
});

/** To the applicant and its bureau: it ends here. */
export const APPLICATION_NOT_PASSED = defineNotification('application.notPassed', {
  'zh-CN': { title: '评价未通过：{name}', body: '“{name}”核查评估得分 {total}，未通过评价。说明：{reason}' },
  en: { title: 'Not passed: {name}', body: 'The experts gave "{name}" {total} points; it has not passed. {reason}' },
});

/** To the bureau and the province: what they had approved does not hold any more. */
export const APPROVALS_VOID = defineNotification('application.approvalsVoid', {
  'zh-CN': {
    title: '在先审查意见作废：{name}',
    body: '“{name}”第 {submission} 次提交后，受补正影响的在先审查意见作废，须重新办理。{reason}',
  },
  en: {
    title: 'Earlier approvals void: {name}',
    body: 'Submission {submission} of "{name}" voids the approvals that it touches; they are to be given anew. {reason}',
  },
});

/** To the province and the bureau: the limit of the rule set is over. */
export const REVIEW_OVERDUE = defineNotification('application.reviewOverdue', {
  'zh-CN': {
    title: '初审超期：{name}',
    body: '“{lead}”申报的“{name}”应于 {dueOn} 前完成初审，至今未办结。',
  },
  en: {
    title: 'Preliminary review overdue: {name}',
    body: 'The preliminary review of "{name}" of "{lead}" was due on {dueOn} and is still open.',
  },
});
