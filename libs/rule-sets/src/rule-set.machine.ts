import { defineStateMachine } from '@shucu/workflow';

/** The life of a rule set. One in force expires by date alone (第二十条): nothing has to happen for it. */
export const RULE_SET_MACHINE = defineStateMachine({
  id: 'ruleSet',
  table: 'rule_set',
  title: { 'zh-CN': '实施细则', en: 'Rule set' },
  initial: 'draft',
  states: {
    draft: { title: { 'zh-CN': '草案', en: 'draft' } },
    inForce: { title: { 'zh-CN': '施行中', en: 'in force' } },
    superseded: { title: { 'zh-CN': '已被修订版替代', en: 'superseded' }, final: true },
  },
  transitions: {
    change: {
      title: { 'zh-CN': '修改草案', en: 'change the draft' },
      from: ['draft'],
      to: 'draft',
      by: ['create', 'RuleSet'],
      guards: ['权重、门槛、分数线符合类别插件'],
    },
    enterIntoForce: {
      title: { 'zh-CN': '施行', en: 'enter into force' },
      from: ['draft'],
      to: 'inForce',
      by: ['enterIntoForce', 'RuleSet'],
      guards: [
        '今天和施行日期都在有效期内，施行日期不晚于今天',
        '权重、门槛、分数线符合已安装的类别插件',
        '有已定稿的年度评估时，已按草案的当前内容试算并查看结果',
        '没有更晚的修订版已经施行',
      ],
      effects: ['记下所用类别插件的版本', '同一发文字号的前一版自施行之日起被替代，已开始的事项仍按其开始时的版本办理'],
      reason: 'required',
      article: '第二十条',
    },
    supersede: {
      title: { 'zh-CN': '被替代', en: 'be superseded' },
      from: ['inForce'],
      to: 'superseded',
      by: 'system',
      guards: ['同一发文字号的修订版施行'],
      article: '第二十条',
    },
  },
});
