import { atLeast, group, indicator, judged } from '@shucu/plugin-sdk';

/** 技术开放创新. */
export const innovation = group(
  '技术开放创新',
  [
    indicator('environment', {
      title: '环境搭建',
      standard: '具备较为完善的工业互联网融合技术创新验证环境',
      weight: 4,
      evidence: ['photo', 'list', 'siteVisit'],
      criteria: [judged('verificationEnvironment', { title: '工业互联网融合技术创新验证环境较为完善' })],
    }),
    indicator('verification', {
      title: '融合技术创新验证',
      standard: '能开展多场景的融合技术验证',
      weight: 4,
      evidence: ['report', 'siteVisit'],
      criteria: [judged('scenarioVerification', { title: '开展多场景的融合技术验证' })],
    }),
    indicator('achievements', {
      title: '创新成果转化',
      standard:
        '形成至少跨 2 个行业领域及 40 项以上工业互联网领域专利、软著、标准等成果，且未来每年增加至少 10 项上述成果',
      weight: 7,
      evidence: ['certificate'],
      criteria: [
        atLeast('achievements', 40, '项', { title: '累计专利、软著、标准等成果' }),
        atLeast('achievementIndustries', 2, '个', { title: '成果覆盖行业领域' }),
        atLeast('newAchievements', 10, '项', { title: '本年度新增成果' }),
      ],
    }),
  ],
  { id: 'innovation' },
);
