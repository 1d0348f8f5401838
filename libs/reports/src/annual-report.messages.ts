import { defineNotification } from '@shucu/notifications';

/** To the province and the bureau: a center has filed. */
export const REPORT_FILED = defineNotification('annualReport.filed', {
  'zh-CN': {
    title: '年度工作报告已报送：{center}',
    body: '{center}已报送 {year} 年度工作报告（{lateness}），请审核。',
  },
  en: { title: 'Annual report filed: {center}', body: '{center} has filed its report of {year} ({lateness}).' },
});

/** To the center: what is to be corrected. */
export const REPORT_RETURNED = defineNotification('annualReport.returned', {
  'zh-CN': { title: '年度工作报告退回补正：{year} 年度', body: '{center} {year} 年度工作报告被退回补正：{reason}' },
  en: {
    title: 'Annual report of {year} returned',
    body: 'The report of {center} of {year} is to be corrected: {reason}',
  },
});

/** To the center. */
export const REPORT_ACCEPTED = defineNotification('annualReport.accepted', {
  'zh-CN': { title: '年度工作报告已接收：{year} 年度', body: '{center} {year} 年度工作报告已由省级接收。' },
  en: {
    title: 'Annual report of {year} accepted',
    body: 'The province has accepted the report of {center} of {year}.',
  },
});

/** To the center, its bureau and the province: the last day is over and nothing was filed. */
export const REPORT_OVERDUE = defineNotification('annualReport.overdue', {
  'zh-CN': {
    title: '年度工作报告逾期：{center}',
    body: '{center}未在 {dueOn} 24:00 前报送 {year} 年度工作报告（第十五条），逾期报送将记录在案；是否属于“不配合评估”由省级认定。',
  },
  en: {
    title: 'Annual report overdue: {center}',
    body: '{center} did not file its report of {year} by {dueOn} 24:00; a late one is recorded as late, and whether this is a refusal to cooperate is for the province to decide.',
  },
});
