import { atLeast, group, indicator, judged } from '@shucu/plugin-sdk';

/** 建设与运营情况. */
export const operation = group(
  '建设与运营情况',
  [
    indicator('leadCapability', {
      title: '建设主体水平与运营情况',
      standard: '建设主体综合实力区域领先，运营人数在 50 人以上',
      weight: 6,
      evidence: ['report', 'socialInsurance', 'siteVisit'],
      criteria: [
        judged('leadStrength', { title: '建设主体综合实力区域领先' }),
        atLeast('operatingStaff', 50, '人', { title: '运营人数' }),
      ],
    }),
  ],
  { id: 'operation' },
);
