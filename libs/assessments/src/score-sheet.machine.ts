import { defineStateMachine } from '@shucu/workflow';

/** One expert's sheet in an assessment: written, sealed, or void (第十二条). */
export const SCORE_SHEET_MACHINE = defineStateMachine({
  id: 'scoreSheet',
  table: 'score_sheet',
  title: { 'zh-CN': '专家评分表', en: 'Score sheet' },
  initial: 'draft',
  states: {
    draft: { title: { 'zh-CN': '评分中', en: 'Draft' } },
    submitted: { title: { 'zh-CN': '已提交封存', en: 'Submitted and sealed' } },
    void: { title: { 'zh-CN': '作废', en: 'Void' }, final: true },
  },
  transitions: {
    submit: {
      title: { 'zh-CN': '提交封存', en: 'Submit and seal' },
      from: ['draft'],
      to: 'submitted',
      by: ['submit', 'ScoreSheet'],
      guards: ['每项定性评价标准均有评分和意见'],
      effects: ['评分冻结并计算哈希', '最后一份提交后自动汇总'],
      article: '第十二条',
    },
    void: {
      title: { 'zh-CN': '作废', en: 'Declare void' },
      from: ['draft', 'submitted'],
      to: 'void',
      by: ['recuse', 'ExpertAssignment'],
      effects: ['不再计入，其余评分表重新汇总'],
      reason: 'required',
      article: '第十二条',
    },
  },
});

export type ScoreSheetState = keyof typeof SCORE_SHEET_MACHINE.states;
