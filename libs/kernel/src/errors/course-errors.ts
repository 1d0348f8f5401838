import type { ErrorSentences } from './error-sentences.js';

/** What the course of a case refuses: steps, deadlines, notifications. */
export const COURSE_ERRORS = {
  'workflow.notPossible': {
    kind: 'conflict',
    zh: '{subject}处于“{state}”，不能“{step}”；此操作需要：{needed}',
    en: '{subjectEn} is {stateEn}: "{stepEn}" is not possible, it needs {neededEn}',
  },
  'workflow.reasonMissing': {
    kind: 'invalid',
    zh: '请写明理由：此操作须有书面理由并记录在案',
    en: 'Give a reason: this step is recorded with one',
  },
} as const satisfies Record<string, ErrorSentences>;
