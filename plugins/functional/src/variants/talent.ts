import { atLeast, group, indicator, judged } from '@shucu/plugin-sdk';

/** 人才培育功能类促进中心 (包括但不限于实训基地、人才学院、产教融合中心等载体). */
export const talent = group(
  '人才培训实训',
  [
    indicator('trainingEnvironment', {
      title: '人才培训实训环境',
      standard: '具备完善的新技术人才培训/实训线上线下环境，能同时容纳 50 人以上开展上机实训操作',
      weight: 15,
      evidence: ['photo', 'list', 'siteVisit'],
      criteria: [
        atLeast('trainingSeats', 50, '人', { title: '可同时上机实训人数' }),
        judged('completeEnvironment', { title: '完善的线上线下培训/实训环境' }),
      ],
    }),
    indicator('curriculum', {
      title: '人才培训实训课程体系',
      standard: '工业互联网课程体系与教学方案全面、合理，有完善的教学课件',
      weight: 13,
      evidence: ['list', 'report'],
      criteria: [judged('courseSystem', { title: '课程体系、教学方案与教学课件' })],
    }),
    indicator('trainingScale', {
      title: '人才培训实训规模',
      standard: '每年度开展特定领域新技术培训，实训 2000 人次以上',
      weight: 19,
      evidence: ['signInSheet', 'photo', 'certificate'],
      criteria: [atLeast('trainees', 2000, '人次', { title: '本年度实训规模' })],
    }),
    indicator('industryEducation', {
      title: '产教合作水平',
      standard: '为企业和高校院所提供产教合作服务，每年度达成合作 3 项以上',
      weight: 14,
      evidence: ['contract'],
      criteria: [atLeast('industryEducation', 3, '项', { title: '本年度达成产教合作' })],
    }),
    indicator('experts', {
      title: '专家人才资源',
      standard: '汇聚一批工业互联网领域高端人才专家',
      weight: 12,
      evidence: ['list', 'contract'],
      criteria: [judged('expertPool', { title: '汇聚工业互联网领域高端人才专家' })],
    }),
    indicator('talentEvents', {
      title: '人才赛事活动',
      standard: '每年度开展或组织参与 1 次以上人才赛事活动',
      weight: 12,
      evidence: ['photo', 'signInSheet'],
      criteria: [atLeast('talentEvents', 1, '次', { title: '本年度人才赛事活动' })],
    }),
  ],
  { id: 'talent', variants: ['talent'] },
);
