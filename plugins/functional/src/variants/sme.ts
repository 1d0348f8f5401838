import { atLeast, group, indicator, judged, yes } from '@shucu/plugin-sdk';

/** 中小企业服务功能类促进中心 (包括但不限于中小企业服务中心、中小企业孵化基地等载体). */
export const sme = group(
  '应用落地推广',
  [
    indicator('smeResources', {
      title: '中小企业资源能力',
      standard: '具备全面完善的中小企业数字化转型服务资源和能力，汇聚不少于 100 个针对中小企业的数字化解决方案',
      weight: 15,
      evidence: ['list', 'report'],
      criteria: [
        atLeast('smeSolutions', 100, '个', { title: '针对中小企业的数字化解决方案' }),
        judged('smeCapability', { title: '中小企业数字化转型服务资源和能力全面完善' }),
      ],
    }),
    indicator('smePlatform', {
      title: '中小企业服务平台',
      standard: '建设并运营中小企业数字化转型公共服务平台',
      weight: 12,
      evidence: ['systemScreenshot', 'siteVisit'],
      criteria: [yes('smePlatform', { title: '公共服务平台建成并运营' })],
    }),
    indicator('smeScale', {
      title: '中小企业服务规模',
      standard: '每年度为 200 家以上中小企业提供绩效评估、咨询规划、供需对接、订单对接、产融对接等服务',
      weight: 18,
      evidence: ['contract', 'list'],
      criteria: [atLeast('servedSmes', 200, '家', { title: '本年度服务中小企业' })],
    }),
    indicator('smeResults', {
      title: '中小企业服务成效',
      standard:
        '每年度为中小企业提供的订单对接与产融对接服务具有一定金额规模，提供的绩效评估、咨询规划与供需对接服务使相关企业数字化水平得到了一定提升',
      weight: 14,
      evidence: ['contract', 'invoice', 'report'],
      criteria: [
        judged('smeEffect', {
          title: '对接金额规模与企业数字化水平提升',
          shows: [
            { measure: 'orderAmount', title: '本年度订单对接金额', unit: '元' },
            { measure: 'financeAmount', title: '本年度产融对接金额', unit: '元' },
          ],
        }),
      ],
    }),
    indicator('smeInclusion', {
      title: '中小企业普惠措施',
      standard:
        '制定有中小企业免费使用或低价购买转型服务、低价使用基础设施资源、共享数字化人才的优惠举措，上年度享受优惠的中小企业不少于100家',
      weight: 14,
      evidence: ['policyDocument', 'list', 'contract'],
      criteria: [
        judged('inclusiveMeasures', { title: '面向中小企业的优惠举措' }),
        atLeast('benefitedSmes', 100, '家', { title: '上年度享受优惠的中小企业' }),
      ],
    }),
    indicator('smeIntegration', {
      title: '大中小企业融通发展情况',
      standard: '开展了大中小企业协同转型、协同设计、协同制造等融通实践',
      weight: 12,
      evidence: ['contract', 'report'],
      criteria: [judged('integration', { title: '大中小企业融通实践' })],
    }),
  ],
  { id: 'sme', variants: ['sme'] },
);
