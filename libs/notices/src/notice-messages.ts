import { defineNotification } from '@shucu/notifications';

/** To the applicants of a notice. */
export const NOTICE_PUBLISHED = defineNotification('notice.published', {
  'zh-CN': { title: '{name} 已列入公示', body: '{arithmetic}公示期内如有异议，将单独通知。' },
  en: { title: '{name} is on public notice', body: '{arithmetic} You are told of objections.' },
});

/** To the province, when the last day is over. */
export const NOTICE_ENDED = defineNotification('notice.ended', {
  'zh-CN': { title: '公示期满：{subject}', body: '{arithmetic}可以公告 {clear} 个，因异议延后 {held} 个。' },
  en: {
    title: 'Public notice ended: {subject}',
    body: '{arithmetic} {clear} can be announced, {held} held back by objections.',
  },
});

/** To the province. */
export const OBJECTION_RECEIVED = defineNotification('objection.received', {
  'zh-CN': { title: '收到异议 {receipt}', body: '对“{name}”提出异议，请于 {dueOn} 前答复。' },
  en: { title: 'Objection {receipt}', body: 'An objection to {name}: answer by {dueOn}.' },
});

/** To whoever filed it with an account. */
export const OBJECTION_ANSWERED = defineNotification('objection.answered', {
  'zh-CN': { title: '异议 {receipt} 已答复', body: '{outcome}。{answer}' },
  en: { title: 'Objection {receipt} answered', body: '{outcome}. {answer}' },
});

/** To the applicant whose center is concerned; it does not say who objected. */
export const OBJECTION_UPHELD = defineNotification('objection.upheld', {
  'zh-CN': { title: '{name}：异议成立', body: '{answer}' },
  en: { title: '{name}: an objection was upheld', body: '{answer}' },
});

/** To the applicants of an announcement. */
export const CENTER_ANNOUNCED = defineNotification('center.announced', {
  'zh-CN': {
    title: '{name} 已公告',
    body: '自 {announcedOn} 起为正式数促中心；次年起每年评估，每年 1 月底前报送上年度工作报告。',
  },
  en: { title: '{name} is announced', body: 'A promotion center since {announcedOn}; rated yearly from next year on.' },
});
