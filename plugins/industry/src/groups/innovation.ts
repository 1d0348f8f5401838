import { atLeast, group, indicator, judged } from '@shucu/plugin-sdk';

/** 技术开放创新. */
export const innovation = group(
  '技术开放创新',
  [
    indicator('environment', {
      title: '环境搭建',
      standard: '具备区域领先的工业互联网与行业融合技术创新验证环境',
      weight: 8,
      evidence: ['photo', 'list', 'siteVisit'],
      criteria: [judged('verificationEnvironment', { title: '区域领先的行业融合技术创新验证环境' })],
    }),
    indicator('verification', {
      title: '融合技术创新验证',
      standard: '开展覆盖行业大部分环节的融合技术验证',
      weight: 8,
      evidence: ['report', 'siteVisit'],
      criteria: [judged('linkVerification', { title: '融合技术验证覆盖行业大部分环节' })],
    }),
    indicator('achievements', {
      title: '创新成果转化',
      standard: '形成了 30 项以上工业互联网与行业融合创新的相关专利、软著、标准等成果，且未来每年增加至少 5 项上述成果',
      weight: 10,
      evidence: ['certificate'],
      criteria: [
        atLeast('achievements', 30, '项', { title: '累计专利、软著、标准等成果' }),
        atLeast('newAchievements', 5, '项', { title: '本年度新增成果' }),
      ],
    }),
  ],
  { id: 'innovation' },
);
