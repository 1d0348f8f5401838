import { atLeast, group, indicator, judged } from '@shucu/plugin-sdk';

/** 产业孵化功能类促进中心 (包括但不限于孵化器、产业孵化中心、中试基地等载体). */
export const incubation = group(
  '产业培育孵化',
  [
    indicator('productLevel', {
      title: '产品水平',
      standard:
        '围绕工业互联网网络、标识、平台、安全、数据、工业软件、自动化设备、智能装备、工业智能、数字孪生、边缘计算、绿色低碳、产品数字护照等领域，促进中心孵化出 2 类以上新产品，在同领域较为先进',
      weight: 18,
      evidence: ['report', 'certificate'],
      criteria: [
        atLeast('productFields', 2, '类', { title: '孵化出的新产品种类（按领域计）' }),
        judged('advancedProducts', { title: '新产品在同领域较为先进' }),
      ],
    }),
    indicator('promotion', {
      title: '新产品推广情况',
      standard: '新产品被 50 家以上企业免费使用或购买',
      weight: 18,
      evidence: ['contract', 'invoice'],
      criteria: [atLeast('productUsers', 50, '家', { title: '免费使用或购买新产品的企业' })],
    }),
    indicator('incubationEnvironment', {
      title: '产业孵化环境',
      standard: '提供覆盖方案设计、软硬件开发、工业设计、样机试制、中小批量试制多个环节本地区领先的孵化环境',
      weight: 17,
      evidence: ['photo', 'list', 'siteVisit'],
      criteria: [judged('leadingIncubation', { title: '覆盖多个环节、本地区领先的孵化环境' })],
    }),
    indicator('suppliers', {
      title: '供应商资源汇聚能力',
      standard: '生态运营伙伴包含 20 家以上工业互联网供给侧企业，相关企业为促进中心贡献了资源或服务',
      weight: 16,
      evidence: ['contract', 'list'],
      criteria: [
        atLeast('supplySidePartners', 20, '家', { title: '工业互联网供给侧企业伙伴' }),
        judged('contributions', { title: '相关企业贡献资源或服务' }),
      ],
    }),
    indicator('testing', {
      title: '技术产品评测能力',
      standard: '具备覆盖若干领域工业互联网产品方案评价测试能力',
      weight: 16,
      evidence: ['certificate', 'report', 'siteVisit'],
      criteria: [judged('testingCapability', { title: '覆盖若干领域的产品方案评价测试能力' })],
    }),
  ],
  { id: 'incubation', variants: ['incubation'] },
);
