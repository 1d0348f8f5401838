import { atLeast, group, indicator, judged } from '@shucu/plugin-sdk';

/** 应用落地推广. */
export const application = group(
  '应用落地推广',
  [
    indicator('diagnosis', {
      title: '诊断咨询',
      standard:
        '为至少 5 个地区、5 个行业的企业和园区提供了诊断咨询服务，具备工业互联网标识应用成熟度、园区数字化智能化绿色化发展水平等评估能力',
      weight: 7,
      evidence: ['contract', 'report'],
      criteria: [
        atLeast('diagnosedRegions', 5, '个', { title: '诊断咨询服务覆盖地区' }),
        atLeast('diagnosedIndustries', 5, '个', { title: '诊断咨询服务覆盖行业' }),
        judged('assessmentCapability', { title: '标识应用成熟度、园区发展水平等评估能力' }),
      ],
    }),
    indicator('matchmaking', {
      title: '供需对接',
      standard: '每年度开展 2 次以上高水平的供需对接活动，达成合作覆盖多行业多场景',
      weight: 5,
      evidence: ['photo', 'signInSheet', 'contract'],
      criteria: [
        atLeast('matchmakingEvents', 2, '次', { title: '本年度供需对接活动' }),
        judged('cooperation', { title: '达成合作覆盖多行业多场景' }),
      ],
    }),
    indicator('smeCapability', {
      title: '中小企业服务能力',
      standard:
        '具备为各类中小企业提供转型资源和服务的能力，具备工业互联网领域的“小快轻准”产品孵化能力，具备“链式”转型数字化产品及解决方案供给能力',
      weight: 5,
      evidence: ['list', 'report'],
      criteria: [judged('smeServiceCapability', { title: '中小企业转型服务、“小快轻准”产品孵化与“链式”转型供给能力' })],
    }),
  ],
  { id: 'application' },
);
