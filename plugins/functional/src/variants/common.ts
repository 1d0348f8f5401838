import { atLeast, group, indicator, judged } from '@shucu/plugin-sdk';

/** 建设与运营情况: the row that all four variants share. */
export const common = group(
  '建设与运营情况',
  [
    indicator('leadCapability', {
      title: '建设主体水平与运营情况',
      standard: '建设主体在特定技术领域内的能力较强与成果贡献较突出；运营人数在 25 人以上',
      weight: 15,
      evidence: ['report', 'socialInsurance', 'siteVisit'],
      criteria: [
        judged('fieldCapability', { title: '特定技术领域内的能力与成果贡献' }),
        atLeast('operatingStaff', 25, '人', { title: '运营人数' }),
      ],
    }),
  ],
  { id: 'operation' },
);
