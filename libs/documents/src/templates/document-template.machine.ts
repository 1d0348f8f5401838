import { defineStateMachine } from '@shucu/workflow';

/** The life of a template that a tenant writes for itself. Documents keep the template that they were made from. */
export const DOCUMENT_TEMPLATE_MACHINE = defineStateMachine({
  id: 'documentTemplate',
  table: 'document_template',
  title: { 'zh-CN': '文书模板', en: 'Document template' },
  initial: 'draft',
  states: {
    draft: { title: { 'zh-CN': '草稿', en: 'draft' } },
    inForce: { title: { 'zh-CN': '启用', en: 'in force' } },
    retired: { title: { 'zh-CN': '停用', en: 'retired' }, final: true },
  },
  transitions: {
    change: {
      title: { 'zh-CN': '修改草稿', en: 'change the draft' },
      from: ['draft'],
      to: 'draft',
      by: ['create', 'DocumentTemplate'],
      guards: ['模板所用字段符合该类文书的数据'],
    },
    enterIntoForce: {
      title: { 'zh-CN': '启用', en: 'enter into force' },
      from: ['draft'],
      to: 'inForce',
      by: ['enterIntoForce', 'DocumentTemplate'],
      guards: ['模板所用字段符合该类文书的数据', '用样例数据能够生成文书'],
      effects: ['同类文书原启用的模板停用', '此后该类文书使用本模板，已编号的文书仍用原模板'],
    },
    retire: {
      title: { 'zh-CN': '停用', en: 'retire' },
      from: ['draft', 'inForce'],
      to: 'retired',
      by: ['enterIntoForce', 'DocumentTemplate'],
      effects: ['此后该类文书使用类别插件或平台的模板'],
    },
  },
});
