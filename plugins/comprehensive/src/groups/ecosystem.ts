import { atLeast, group, indicator, judged } from '@shucu/plugin-sdk';

/** 产业生态与政府决策支撑. */
export const ecosystem = group(
  '产业生态与政府决策支撑',
  [
    indicator('decisionSupport', {
      title: '政府决策优化',
      standard: '支持产业发展水平及数字化转型成效的动态监测，支撑政府决策优化',
      weight: 4,
      evidence: ['report', 'systemScreenshot'],
      criteria: [judged('monitoring', { title: '产业发展与转型成效动态监测、支撑政府决策' })],
    }),
    indicator('finance', {
      title: '引入金融资本产融对接',
      standard: '能引入产业基金等合作伙伴，开展产融合作对接',
      weight: 4,
      evidence: ['contract', 'photo'],
      criteria: [
        judged('financeCooperation', {
          title: '引入产业基金等合作伙伴，开展产融合作对接',
          shows: [
            { measure: 'financePartners', title: '累计金融合作伙伴', unit: '家' },
            { measure: 'financeMatchmakings', title: '本年度产融对接', unit: '次' },
          ],
        }),
      ],
    }),
    indicator('events', {
      title: '举办会议赛事等活动',
      standard: '每年度举办 2 场以上数字化人才赛事、论坛、宣贯培训等活动',
      weight: 4,
      evidence: ['photo', 'signInSheet'],
      criteria: [atLeast('events', 2, '场', { title: '本年度赛事、论坛、宣贯培训等活动' })],
    }),
    indicator('training', {
      title: '人才实训培训',
      standard: '每年度工业互联网相关人才实训规模在 1000 人次以上',
      weight: 4,
      evidence: ['signInSheet', 'photo', 'certificate'],
      criteria: [atLeast('trainees', 1000, '人次', { title: '本年度人才实训规模' })],
    }),
  ],
  { id: 'ecosystem' },
);
