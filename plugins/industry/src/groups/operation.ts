import { atLeast, group, indicator, judged } from '@shucu/plugin-sdk';

/** 建设与运营情况. */
export const operation = group(
  '建设与运营情况',
  [
    indicator('leadCapability', {
      title: '建设主体水平与运营情况',
      standard: '由行业内能力较强、成果贡献较突出的领先企业或行业协会等组织牵头运营，运营人数在 25 人以上',
      weight: 8,
      evidence: ['report', 'socialInsurance', 'siteVisit'],
      criteria: [
        judged('industryLead', { title: '由行业领先企业或行业协会等组织牵头运营' }),
        atLeast('operatingStaff', 25, '人', { title: '运营人数' }),
      ],
    }),
  ],
  { id: 'operation' },
);
