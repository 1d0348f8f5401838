import { atLeast, group, indicator } from '@shucu/plugin-sdk';

/** 运营服务成效. */
export const results = group(
  '运营服务成效',
  [
    indicator('serviceScale', {
      title: '总体服务规模与成效',
      standard: '每年度为区域 200 家以上工业企业提供协同创新、产品推广、绩效评价、供需对接等服务',
      weight: 9,
      evidence: ['contract', 'list'],
      criteria: [atLeast('industrialEnterprises', 200, '家', { title: '本年度服务工业企业' })],
    }),
    indicator('smeScale', {
      title: '中小企业服务规模与成效',
      standard: '生态合作伙伴或服务对象包含 500 家以上中小企业',
      weight: 7,
      evidence: ['contract', 'list'],
      criteria: [atLeast('smes', 500, '家', { title: '累计合作或服务的中小企业' })],
    }),
  ],
  { id: 'results' },
);
