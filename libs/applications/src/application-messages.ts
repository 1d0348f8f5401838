import { defineNotification } from '@shucu/notifications';

/** To everybody who may apply or will review: the year's call (第九条). */
export const ROUND_CALLED = defineNotification('round.called', {
  'zh-CN': {
    title: '{title}：{opensOn} 至 {closesOn} 受理申报',
    body: '{title}已发布，申报期自 {opensOn} 起至 {closesOn} 24:00 止。',
  },
  en: {
    title: '{title}: applications from {opensOn} through {closesOn}',
    body: 'The round "{title}" takes applications from {opensOn} through {closesOn}, 24:00.',
  },
});

/** To each member: there is something to read and to sign off (第五条). */
export const MEMBER_NAMED = defineNotification('application.memberNamed', {
  'zh-CN': {
    title: '请确认联合申报：{name}',
    body: '“{lead}”将贵单位列为“{name}”的联合体成员。请查看申报材料，由有提交权限的人员确认；确认后材料如有修改，须重新确认。',
  },
  en: {
    title: 'Please sign off: {name}',
    body: '"{lead}" named your organization a member of the consortium of "{name}". Read the dossier and sign it off; any later change voids the sign-off.',
  },
});

/** To the lead: a member has signed off. */
export const MEMBER_SIGNED = defineNotification('application.memberSigned', {
  'zh-CN': { title: '{member}已确认：{name}', body: '“{member}”已确认“{name}”的申报材料。' },
  en: { title: '{member} has signed off: {name}', body: '"{member}" has signed off the dossier of "{name}".' },
});

/** To those whose signature a change has made void. */
export const SIGN_OFF_VOID = defineNotification('application.signOffVoid', {
  'zh-CN': {
    title: '确认已失效，请重新确认：{name}',
    body: '“{name}”的申报材料在贵单位确认之后又有修改，此前的确认已失效。请查看后重新确认。',
  },
  en: {
    title: 'Sign-off void: {name}',
    body: 'The dossier of "{name}" was changed after you signed it off, which voids the sign-off. Please read it and sign again.',
  },
});

/** To who reviews next (第十条). */
export const APPLICATION_SUBMITTED = defineNotification('application.submitted', {
  'zh-CN': {
    title: '收到申报：{name}',
    body: '“{lead}”第 {number} 次提交“{name}”的申报材料，请在 {dueOn} 前办理。',
  },
  en: {
    title: 'Application received: {name}',
    body: '"{lead}" has submitted "{name}" (submission {number}); it is to be dealt with by {dueOn}.',
  },
});

/** To the bureau, the province and the members: the lead has withdrawn. */
export const APPLICATION_WITHDRAWN = defineNotification('application.withdrawn', {
  'zh-CN': { title: '申报已撤回：{name}', body: '“{lead}”撤回了“{name}”的申报。理由：{reason}' },
  en: { title: 'Application withdrawn: {name}', body: '"{lead}" has withdrawn "{name}". Reason: {reason}' },
});

/** To the lead: the province has made an exception from 第八条. */
export const APPLICATION_EXCEPTED = defineNotification('application.excepted', {
  'zh-CN': { title: '已书面同意例外：{name}', body: '“{name}”已获省级工信部门依第八条书面同意。理由：{reason}' },
  en: {
    title: 'Exception made: {name}',
    body: 'The province made an exception from article 8 for "{name}". Reason: {reason}',
  },
});
