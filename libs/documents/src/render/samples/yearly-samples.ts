import type { AnnualReportData } from '../data/annual-report.schema.js';
import type { ChangeApprovalData } from '../data/change-approval.schema.js';
import type { TenantSummaryData } from '../data/tenant-summary.schema.js';
import {
  SAMPLE_CENTER,
  SAMPLE_EVIDENCE,
  SAMPLE_LEAD,
  SAMPLE_SECTIONS,
  sampleOfficial,
  sampleReport,
} from './sample-parts.js';

/** A report that came two days late. */
export const ANNUAL_REPORT: AnnualReportData = {
  ...sampleReport('年报〔2027〕4号', 2026, '2027-02-02'),
  center: SAMPLE_CENTER,
  announcedOn: '2025-05-12',
  filedOn: '2027-02-02',
  filedBy: '王建国',
  dueOn: '2027-01-31',
  daysLate: 2,
  sections: SAMPLE_SECTIONS,
  figures: [
    {
      group: '人才培养实训',
      title: '每年度实训人次',
      value: '412 人次',
      previous: '286 人次',
      threshold: '≥ 300 人次',
    },
    { group: '运营服务成效', title: '服务企业数', value: '131 家', previous: null, threshold: null },
  ],
  facts: [
    { title: '运营人数', value: '45 人' },
    { title: '平台服务收入', value: '862.5 万元' },
  ],
  services: [
    { type: '诊断咨询', count: 36, served: 31, verified: 34 },
    { type: '人才培训', count: 12, served: 58, verified: 12 },
  ],
  evidence: SAMPLE_EVIDENCE,
};

/** A change of name and lead, reported in time. */
export const CHANGE_APPROVAL: ChangeApprovalData = {
  ...sampleOfficial('甘工信发〔2026〕33号', '2026-03-12'),
  recipients: [SAMPLE_LEAD.name, '兰州市工业和信息化局'],
  centerName: SAMPLE_CENTER.name,
  changeTitle: '牵头单位更名',
  changedOn: '2026-01-31',
  reportedOn: '2026-02-26',
  dueOn: '2026-02-28',
  arithmetic: '变更后一个月内报告，2月无31日，以月末2月28日为期限届满之日；当日为调休上班，不顺延。',
  daysLate: 0,
  changes: [
    { item: '牵头单位名称', before: SAMPLE_LEAD.name, after: '丝路云工业互联网股份有限公司' },
    { item: '法定代表人', before: '王建国', after: '周立' },
  ],
  effectiveOn: '2026-03-12',
  consequences: ['变更前的服务记录、评估结果和提示事项由变更后的单位承继。'],
};

/** A year with every part of a summary filled in. */
export const TENANT_SUMMARY: TenantSummaryData = {
  ...sampleReport('甘工信发汇〔2026〕1号', 2025, '2026-04-20'),
  evaluated: 4,
  grades: [
    { grade: '优秀', count: 1, share: '0.25' },
    { grade: '良好', count: 1, share: '0.25' },
    { grade: '合格', count: 1, share: '0.25' },
    { grade: '不合格', count: 1, share: '0.25' },
  ],
  categories: [
    { title: '综合类', evaluated: 1, counts: [1, 0, 0, 0], mean: '93.2' },
    { title: '行业类', evaluated: 2, counts: [0, 1, 1, 0], mean: '74.105' },
    { title: '功能类', evaluated: 1, counts: [0, 0, 0, 1], mean: '51.995' },
  ],
  ratings: [
    ['甘肃省工业互联网数字化转型促进中心', '综合类', '兰州新区', '93.2', '优秀', '良好'],
    [SAMPLE_CENTER.name, '行业类', '兰州市', '82.65', '良好', null],
    ['甘肃省有色冶金行业工业互联网数字化转型促进中心', '行业类', '金昌市', '65.56', '合格', '合格'],
    ['甘肃省人才培养工业互联网数字化转型促进中心', '功能类', '天水市', '51.995', '不合格', '不合格'],
  ].map(([name = '', categoryTitle = '', region = '', total = '', grade = '', previous = null], index) => ({
    number: index + 1,
    name: name ?? '',
    categoryTitle: categoryTitle ?? '',
    region: region ?? '',
    total: total ?? '',
    grade: grade ?? '',
    previous,
  })),
  notEvaluated: [
    { name: '甘肃省建材行业工业互联网数字化转型促进中心', region: '平凉市', reason: '2025年公告，自次年起评估。' },
  ],
  lateReports: [{ name: SAMPLE_CENTER.name, remark: '年度工作报告逾期2日报送。' }],
  consecutiveFails: [{ name: '甘肃省人才培养工业互联网数字化转型促进中心', years: [2024, 2025] }],
  corrections: [
    {
      name: '甘肃省有色冶金行业工业互联网数字化转型促进中心',
      before: '59.90 不合格',
      after: '65.56 合格',
      reason: '原统计漏计一批经核实的服务记录。',
    },
  ],
  remarks: ['总体上，综合类、行业类数促中心服务规模稳步增长，功能类在资源集聚方面仍有差距。'],
};
