import { defineNotification } from '@shucu/notifications';

/** Some days before the last day. */
export const DEADLINE_REMINDER = defineNotification('deadline.reminder', {
  'zh-CN': { title: '期限提醒：{title}', body: '“{title}”截止于 {dueOn} 24:00，距今 {days} 天。{arithmetic}' },
  en: { title: 'Due soon: {title}', body: '"{title}" is due on {dueOn} 24:00, in {days} day(s). {arithmetic}' },
});

/** The last day is over. */
export const DEADLINE_PASSED = defineNotification('deadline.passed', {
  'zh-CN': { title: '期限已过：{title}', body: '“{title}”已于 {dueOn} 24:00 届满。{arithmetic}' },
  en: { title: 'Past due: {title}', body: 'The period of "{title}" ended on {dueOn} 24:00. {arithmetic}' },
});
