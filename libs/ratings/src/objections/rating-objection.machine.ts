import { defineStateMachine } from '@shucu/workflow';

/** The course of a center's objection to its rating. */
export const RATING_OBJECTION_MACHINE = defineStateMachine({
  id: 'ratingObjection',
  table: 'rating_objection',
  title: { 'zh-CN': '评估结果异议', en: 'Objection to a rating' },
  initial: 'filed',
  states: {
    filed: { title: { 'zh-CN': '待答复', en: 'Filed' } },
    upheld: { title: { 'zh-CN': '成立', en: 'Upheld' }, final: true },
    rejected: { title: { 'zh-CN': '不成立', en: 'Rejected' }, final: true },
    withdrawn: { title: { 'zh-CN': '已撤回', en: 'Withdrawn' }, final: true },
  },
  transitions: {
    uphold: {
      title: { 'zh-CN': '答复：成立', en: 'Uphold' },
      from: ['filed'],
      to: 'upheld',
      by: ['answer', 'RatingObjection'],
      guards: ['答复人不是复核人，也不属于该中心'],
      effects: ['定稿前须重新计算；公布后据以更正', '通知中心'],
      reason: 'required',
      article: '第十六条',
    },
    reject: {
      title: { 'zh-CN': '答复：不成立', en: 'Reject' },
      from: ['filed'],
      to: 'rejected',
      by: ['answer', 'RatingObjection'],
      guards: ['答复人不是复核人，也不属于该中心'],
      effects: ['通知中心'],
      reason: 'required',
      article: '第十六条',
    },
    withdraw: {
      title: { 'zh-CN': '撤回异议', en: 'Withdraw' },
      from: ['filed'],
      to: 'withdrawn',
      by: ['withdraw', 'RatingObjection'],
      reason: 'required',
      article: '第十六条',
    },
  },
});
