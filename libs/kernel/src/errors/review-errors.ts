import type { ErrorSentences } from './error-sentences.js';

/** What reviews, visits, recommendations, returns and conclusions of applications refuse (第十一条、第十二条). */
export const REVIEW_ERRORS = {
  'review.notAtStage': {
    kind: 'conflict',
    zh: '申报处于“{state}”，现在不能{act}',
    en: 'The application is "{stateEn}": this is not possible now',
  },
  'review.incomplete': {
    kind: 'invalid',
    zh: '审查尚未完成，还有 {count} 处需要办理',
    en: 'The review is not complete: {count} thing(s) are left to do',
  },
  'review.ownRecommendation': {
    kind: 'forbidden',
    zh: '初审或推荐该申报的人员不得对其进行形式审查或确认评价结果，请由其他人员办理',
    en: 'Whoever reviewed or recommended an application first does not review it for the province: somebody else does',
  },
  'review.visitInFuture': {
    kind: 'invalid',
    zh: '现场查看日期不能晚于今天（{today}）',
    en: 'A visit cannot be later than today ({today})',
  },
  'review.visitBeforeSubmission': {
    kind: 'invalid',
    zh: '现场查看不能早于申报材料首次提交之日（{day}）',
    en: 'A visit cannot be earlier than the day of the first submission ({day})',
  },
  'review.noResult': {
    kind: 'conflict',
    zh: '评估组组长尚未签署汇总结果，不能确认评价结果（第十二条）',
    en: 'The group leader has not signed the merged result yet (article 12)',
  },
} as const satisfies Record<string, ErrorSentences>;
