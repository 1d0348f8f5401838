import { defineStateMachine } from '@shucu/workflow';

/** The life of a public notice (公示, 第十三条): it runs to the end of its last day, whatever happens. */
export const PUBLIC_NOTICE_MACHINE = defineStateMachine({
  id: 'publicNotice',
  table: 'public_notice',
  title: { 'zh-CN': '公示', en: 'Public notice' },
  initial: 'running',
  states: {
    running: { title: { 'zh-CN': '公示中', en: 'Running' } },
    ended: { title: { 'zh-CN': '公示期满', en: 'Ended' }, final: true },
  },
  transitions: {
    end: {
      title: { 'zh-CN': '公示期满', en: 'End' },
      from: ['running'],
      to: 'ended',
      by: 'system',
      guards: ['最后一日 24:00（Asia/Shanghai，以数据库时钟为准）已过'],
      effects: ['没有未办结异议的可以公告，有未办结异议的单独延后'],
      article: '第十三条',
    },
  },
});
