import { atLeast, group, indicator, judged } from '@shucu/plugin-sdk';

/** 应用落地推广. */
export const application = group(
  '应用落地推广',
  [
    indicator('diagnosis', {
      title: '诊断咨询',
      standard: '能对行业上下游部分类型企业和大部分场景进行诊断咨询',
      weight: 8,
      evidence: ['contract', 'report'],
      criteria: [judged('diagnosisCapability', { title: '行业上下游企业和大部分场景的诊断咨询能力' })],
    }),
    indicator('matchmaking', {
      title: '供需对接',
      standard: '每年度开展高水平供需对接活动 2 次以上，达成了供需合作',
      weight: 8,
      evidence: ['photo', 'signInSheet', 'contract'],
      criteria: [
        atLeast('matchmakingEvents', 2, '次', { title: '本年度供需对接活动' }),
        judged('cooperation', { title: '达成供需合作' }),
      ],
    }),
  ],
  { id: 'application' },
);
