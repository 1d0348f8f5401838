import { defineStateMachine } from '@shucu/workflow';

/** The life of an objection (异议, 第十三条): every one is answered. */
export const OBJECTION_MACHINE = defineStateMachine({
  id: 'objection',
  table: 'objection',
  title: { 'zh-CN': '异议', en: 'Objection' },
  initial: 'received',
  states: {
    received: { title: { 'zh-CN': '已收到', en: 'Received' } },
    inadmissible: { title: { 'zh-CN': '不予受理', en: 'Inadmissible' }, final: true },
    dismissed: { title: { 'zh-CN': '异议不成立', en: 'Dismissed' }, final: true },
    upheld: { title: { 'zh-CN': '异议成立', en: 'Upheld' }, final: true },
  },
  transitions: {
    decide: {
      title: { 'zh-CN': '答复异议', en: 'Decide' },
      from: ['received'],
      to: ['inadmissible', 'dismissed', 'upheld'],
      by: ['decide', 'Objection'],
      guards: ['答复人不是提出人，也不属于该中心的各单位', '写明查证情况和答复'],
      effects: ['生成异议答复', '成立的：更正后重新公示，或不予通过', '该中心没有其他未办结异议的，不再延后'],
      reason: 'required',
      article: '第十三条',
    },
  },
});
