import { defineStateMachine } from '@shucu/workflow';

/** The experts' work on one center and year, from the draw of the group to the signed result (第十二条). */
export const ASSESSMENT_MACHINE = defineStateMachine({
  id: 'assessment',
  table: 'assessment',
  title: { 'zh-CN': '核查评估', en: 'Assessment' },
  initial: 'forming',
  states: {
    forming: { title: { 'zh-CN': '待组建评估组', en: 'Group to be formed' } },
    open: { title: { 'zh-CN': '专家评分中', en: 'Experts at work' } },
    thirdOpinion: { title: { 'zh-CN': '待第三方意见', en: 'Waiting for a further opinion' } },
    merged: { title: { 'zh-CN': '已汇总待签署', en: 'Merged, to be signed' } },
    signed: { title: { 'zh-CN': '已签署', en: 'Signed' } },
    cancelled: { title: { 'zh-CN': '已终止', en: 'Cancelled' }, final: true },
  },
  transitions: {
    draw: {
      title: { 'zh-CN': '抽取或指派专家', en: 'Draw or appoint experts' },
      from: ['forming', 'open', 'merged'],
      to: 'open',
      by: ['draw', 'Assessment'],
      guards: ['可选专家足够：领域、回避、地区、工作量和以往工作关系逐项筛选'],
      effects: ['记录种子、候选名单及其哈希、排除理由', '通知专家申报有无利益冲突'],
      article: '第十二条',
    },
    drawFurther: {
      title: { 'zh-CN': '抽取或指派第三方意见专家', en: 'Draw or appoint for a further opinion' },
      from: ['thirdOpinion'],
      to: 'thirdOpinion',
      by: ['draw', 'Assessment'],
      guards: ['与抽取评估组相同的各项条件'],
      effects: ['通知专家申报有无利益冲突'],
      article: '第十二条',
    },
    merge: {
      title: { 'zh-CN': '汇总', en: 'Merge' },
      from: ['open', 'thirdOpinion', 'merged'],
      to: 'merged',
      by: 'system',
      guards: ['在组专家的评分表均已提交', '各项评分极差不超过细则限值，或已补充第三方意见'],
      effects: ['按细则的汇总规则计算各项得分和总分', '通知组长签署'],
      article: '第十二条',
    },
    askFurtherOpinion: {
      title: { 'zh-CN': '极差超限，征求第三方意见', en: 'Ask for a further opinion' },
      from: ['open', 'merged'],
      to: 'thirdOpinion',
      by: 'system',
      guards: ['某项评分极差超过细则限值'],
      effects: ['按同一种子增抽一名专家'],
      article: '第十二条',
    },
    reopen: {
      title: { 'zh-CN': '有专家退出，继续评分', en: 'Go on after a recusal' },
      from: ['merged', 'thirdOpinion'],
      to: 'open',
      by: 'system',
      effects: ['退出专家的评分表作废'],
      article: '第十二条',
    },
    sign: {
      title: { 'zh-CN': '组长签署评价结果', en: 'Sign the merged result' },
      from: ['merged'],
      to: 'signed',
      by: ['sign', 'Assessment'],
      guards: ['签署人是评估组组长'],
      effects: ['结果冻结并计算哈希', '解除专家对申报材料的访问'],
      reason: 'required',
      article: '第十二条',
    },
    cancel: {
      title: { 'zh-CN': '终止评估', en: 'Cancel' },
      from: ['forming', 'open', 'thirdOpinion', 'merged', 'signed'],
      to: 'cancelled',
      by: ['cancel', 'Assessment'],
      effects: ['专家的指派全部终止', '已提交的评分不再计入'],
      reason: 'required',
    },
  },
});

export type AssessmentState = keyof typeof ASSESSMENT_MACHINE.states;

/** The step by which experts come into a group, depending on what it waits for. */
export function drawingStep(state: AssessmentState): 'draw' | 'drawFurther' {
  return state === 'thirdOpinion' ? 'drawFurther' : 'draw';
}
