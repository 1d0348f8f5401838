import { atLeast, group, indicator, judged } from '@shucu/plugin-sdk';

/** 人才培养实训. */
export const talent = group(
  '人才培养实训',
  [
    indicator('training', {
      title: '人才实训培训',
      standard: '具备一定的人才培训/实训环境，上年度工业互联网行业人才培养实训规模在 300 人次以上',
      weight: 8,
      evidence: ['signInSheet', 'photo', 'certificate', 'siteVisit'],
      criteria: [
        judged('trainingEnvironment', { title: '人才培训/实训环境' }),
        atLeast('trainees', 300, '人次', { title: '上年度人才培养实训规模' }),
      ],
    }),
  ],
  { id: 'talent' },
);
