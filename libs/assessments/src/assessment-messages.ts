import { defineNotification } from '@shucu/notifications';

/** Somebody was drawn or appointed and has to say whether there is a conflict of interest. */
export const EXPERT_INVITED = defineNotification('assessment.invited', {
  'zh-CN': {
    title: '评估邀请：{center}',
    body: '您被选为“{center}”{year}年度核查评估专家。请先申报有无利益冲突，申报无冲突后方可查看材料（第十二条）。',
  },
  en: {
    title: 'Invited to assess {center}',
    body: 'You were chosen to assess "{center}" for {year}. Declare first whether there is a conflict of interest (article 12).',
  },
});

/** An expert is out, and nobody could be drawn in the place. */
export const EXPERT_MISSING = defineNotification('assessment.expertMissing', {
  'zh-CN': {
    title: '评估组缺员：{center}',
    body: '“{center}”{year}年度核查评估需要增补 {wanted} 名专家，系统未能抽取，请指派或调整条件后再抽取。',
  },
  en: {
    title: 'Experts missing: {center}',
    body: 'The assessment of "{center}" for {year} needs {wanted} more expert(s), none could be drawn: appoint somebody, or draw by other constraints.',
  },
});

/** All sheets are merged; the leader signs. */
export const RESULT_TO_SIGN = defineNotification('assessment.toSign', {
  'zh-CN': { title: '待签署评价结果：{center}', body: '“{center}”{year}年度核查评估评分已汇总，请组长核对并签署。' },
  en: {
    title: 'To sign: {center}',
    body: 'The sheets of "{center}" for {year} are merged: check and sign the result.',
  },
});

/** The leader has signed. */
export const RESULT_SIGNED = defineNotification('assessment.signed', {
  'zh-CN': { title: '评价结果已签署：{center}', body: '“{center}”{year}年度核查评估结果已由组长签署。' },
  en: { title: 'Signed: {center}', body: 'The result of "{center}" for {year} was signed by the leader of the group.' },
});
