import { atLeast, group, indicator, judged } from '@shucu/plugin-sdk';

/** 运营服务成效. */
export const results = group(
  '运营服务成效',
  [
    indicator('serviceScale', {
      title: '服务规模与成效',
      standard:
        '提供绩效评价、咨询规划、供需对接等服务，每年度覆盖行业内规上企业的 10% 以上，带动相关企业数字化水平提升',
      weight: 14,
      evidence: ['contract', 'list', 'report'],
      criteria: [
        atLeast('aboveScaleCoverage', '0.1', '%', { title: '本年度服务覆盖行业内规上企业' }),
        judged('digitalLevel', { title: '带动相关企业数字化水平提升' }),
      ],
    }),
    indicator('smeScale', {
      title: '中小企业服务规模与成效',
      standard: '生态合作伙伴或服务对象包含 100 家以上行业中小企业',
      weight: 11,
      evidence: ['contract', 'list'],
      criteria: [atLeast('industrySmes', 100, '家', { title: '累计合作或服务的行业中小企业' })],
    }),
  ],
  { id: 'results' },
);
