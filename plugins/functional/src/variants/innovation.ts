import { atLeast, group, indicator, judged } from '@shucu/plugin-sdk';

/** 技术创新功能类促进中心 (包括但不限于实验室、技术创新中心等载体). */
export const innovation = group(
  '技术开放创新',
  [
    indicator('environment', {
      title: '环境搭建',
      standard: '在 2 个以上工业互联网重点技术领域具有全国领先的技术创新验证环境',
      weight: 17,
      evidence: ['photo', 'list', 'siteVisit'],
      criteria: [
        atLeast('leadingFields', 2, '个', { title: '具有全国领先验证环境的重点技术领域' }),
        judged('leadingEnvironment', { title: '技术创新验证环境全国领先' }),
      ],
    }),
    indicator('verification', {
      title: '融合技术创新验证',
      standard: '开展了国内高水平的工业互联网技术验证，相关技术验证指标达到国内领先水平',
      weight: 17,
      evidence: ['report', 'siteVisit'],
      criteria: [judged('leadingVerification', { title: '技术验证水平与验证指标国内领先' })],
    }),
    indicator('achievements', {
      title: '创新成果转化',
      standard: '形成 50 项以上工业互联网特定技术领域专利、软著、标准等成果，未来每年增加至少 5 项上述成果',
      weight: 19,
      evidence: ['certificate'],
      criteria: [
        atLeast('achievements', 50, '项', { title: '累计专利、软著、标准等成果' }),
        atLeast('newAchievements', 5, '项', { title: '本年度新增成果' }),
      ],
    }),
    indicator('partners', {
      title: '创新伙伴能力',
      standard:
        '生态合作伙伴包含 3 家以上高校或科研院所，并与 1 个以上省级实验室、省级企业研发中心/技术中心/工程中心开展工业互联网相关技术合作',
      weight: 16,
      evidence: ['contract'],
      criteria: [
        atLeast('researchPartners', 3, '家', { title: '高校或科研院所合作伙伴' }),
        atLeast('provincialCooperations', 1, '个', { title: '合作的省级实验室、研发中心、技术中心、工程中心' }),
      ],
    }),
    indicator('cooperation', {
      title: '创新合作情况',
      standard: '每年度开展 2 项以上工业互联网相关开放课题研究，相关成果被参与单位或第三方在实际中应用',
      weight: 16,
      evidence: ['contract', 'report'],
      criteria: [
        atLeast('openTopics', 2, '项', { title: '本年度开放课题研究' }),
        judged('appliedResults', { title: '课题成果被参与单位或第三方实际应用' }),
      ],
    }),
  ],
  { id: 'innovation', variants: ['innovation'] },
);
