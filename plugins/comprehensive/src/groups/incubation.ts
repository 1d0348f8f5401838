import { atLeast, group, indicator, judged } from '@shucu/plugin-sdk';

/** 产业培育孵化. */
export const incubation = group(
  '产业培育孵化',
  [
    indicator('productLevel', {
      title: '产品水平',
      standard:
        '围绕工业互联网网络、标识、平台、安全、数据、工业软件、自动化设备、智能装备、工业智能、数字孪生、边缘计算、绿色低碳、产品数字护照等领域，孵化出新技术产品在同领域较为先进',
      weight: 4,
      evidence: ['report', 'certificate'],
      criteria: [judged('advancedProducts', { title: '孵化出的新技术产品在同领域较为先进' })],
    }),
    indicator('promotion', {
      title: '产品推广',
      standard: '新产品被 50 家以上企业免费使用或低成本购买',
      weight: 6,
      evidence: ['contract', 'invoice'],
      criteria: [atLeast('productUsers', 50, '家', { title: '免费使用或低成本购买新产品的企业' })],
    }),
    indicator('testing', {
      title: '产品方案检测评估',
      standard: '具备覆盖若干领域工业互联网产品方案评价测试能力',
      weight: 5,
      evidence: ['certificate', 'report', 'siteVisit'],
      criteria: [judged('testingCapability', { title: '覆盖若干领域的产品方案评价测试能力' })],
    }),
  ],
  { id: 'incubation' },
);
