import { defineNotification } from '@shucu/notifications';

/** To the province and the bureau. */
export const CHANGE_FILED = defineNotification('changeReport.filed', {
  'zh-CN': { title: '变更报告待审核：{center}', body: '{center}报告“{kind}”，自 {effectiveOn} 起生效（{lateness}）。' },
  en: { title: 'Change to review: {center}', body: '{center} reports "{kind}" as of {effectiveOn} ({lateness}).' },
});

/** To the center. */
export const CHANGE_RETURNED = defineNotification('changeReport.returned', {
  'zh-CN': { title: '变更报告退回补正：{kind}', body: '{center}的“{kind}”报告被退回补正：{reason}' },
  en: { title: 'Change report returned: {kind}', body: 'The report "{kind}" of {center} is to be corrected: {reason}' },
});

/** To the center. */
export const CHANGE_APPROVED = defineNotification('changeReport.approved', {
  'zh-CN': { title: '变更已备案：{kind}', body: '{center}的“{kind}”已备案，公开信息自 {effectiveOn} 起更新。{reason}' },
  en: {
    title: 'Change approved: {kind}',
    body: 'The change "{kind}" of {center} is on record as of {effectiveOn}. {reason}',
  },
});

/** To the center. */
export const CHANGE_REFUSED = defineNotification('changeReport.refused', {
  'zh-CN': { title: '变更不予备案：{kind}', body: '{center}的“{kind}”不予备案：{reason}' },
  en: { title: 'Change refused: {kind}', body: 'The change "{kind}" of {center} is refused: {reason}' },
});
