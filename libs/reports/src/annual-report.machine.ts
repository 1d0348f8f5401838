import { defineStateMachine } from '@shucu/workflow';

/** The course of a center's report of one year (第十五条). */
export const ANNUAL_REPORT_MACHINE = defineStateMachine({
  id: 'annualReport',
  table: 'annual_report',
  title: { 'zh-CN': '年度工作报告', en: 'Annual report' },
  initial: 'draft',
  states: {
    draft: { title: { 'zh-CN': '填报中', en: 'Draft' } },
    filed: { title: { 'zh-CN': '已报送', en: 'Filed' } },
    returned: { title: { 'zh-CN': '退回补正', en: 'Returned for correction' } },
    accepted: { title: { 'zh-CN': '已接收', en: 'Accepted' }, final: true },
  },
  transitions: {
    file: {
      title: { 'zh-CN': '报送', en: 'File' },
      from: ['draft', 'returned'],
      to: 'filed',
      by: ['file', 'AnnualReport'],
      guards: ['报告年度已结束', '主要工作、成效、问题、下年计划均已填写', '中心处于运行中'],
      effects: [
        '存档报送内容及其哈希值',
        '首次报送时记录是否逾期、逾期几日',
        '生成年度工作报告',
        '通知省级和属地工信部门',
      ],
      article: '第十五条',
    },
    return: {
      title: { 'zh-CN': '退回补正', en: 'Return for correction' },
      from: ['filed'],
      to: 'returned',
      by: ['decide', 'AnnualReport'],
      guards: ['逐项写明补正意见', '审核人不是报送人，且不属于该中心的单位'],
      effects: ['通知中心'],
      reason: 'required',
      article: '第十五条',
    },
    accept: {
      title: { 'zh-CN': '接收', en: 'Accept' },
      from: ['filed'],
      to: 'accepted',
      by: ['decide', 'AnnualReport'],
      guards: ['审核人不是报送人，且不属于该中心的单位'],
      effects: ['通知中心'],
      reason: 'optional',
      article: '第十五条',
    },
  },
});
