import type { GoldenExample } from '@shucu/plugin-sdk';

const center = { industry: 'C32' };

const atStandard = {
  operatingStaff: '25',
  achievements: '30',
  newAchievements: '5',
  industryResources: '50',
  coveredLinks: '3',
  matchmakingEvents: '2',
  trainees: '300',
  aboveScaleCoverage: '0.1',
  industrySmes: '100',
};

const judgedKeys = [
  'leadCapability.industryLead',
  'environment.verificationEnvironment',
  'verification.linkVerification',
  'supplyResources.supplyPool',
  'diagnosis.diagnosisCapability',
  'matchmaking.cooperation',
  'training.trainingEnvironment',
  'serviceScale.digitalLevel',
];

const allJudged = (score: string) => Object.fromEntries(judgedKeys.map((key) => [key, score]));

/** Cases whose results were worked out by hand. */
export const examples: readonly GoldenExample[] = [
  {
    name: '各项恰好达到标准',
    center,
    measures: atStandard,
    opinions: allJudged('100'),
    expected: { total: '100', grade: 'excellent' },
  },
  {
    // The last row has 10.005 points here and loses them all.
    name: '总分 89.995 分，差 0.005 分未达优秀',
    center,
    measures: { ...atStandard, industrySmes: '0' },
    opinions: allJudged('100'),
    overrides: { weights: { smeScale: '10.005', serviceScale: '14.995' } },
    expected: { total: '89.995', grade: 'good', indicators: { smeScale: '0' } },
  },
  {
    name: '规上企业覆盖率 8.3%，上年度实训 150 人次',
    center,
    measures: { ...atStandard, aboveScaleCoverage: '0.083', trainees: '150' },
    opinions: allJudged('100'),
    expected: { total: '96.81', grade: 'excellent', indicators: { serviceScale: '12.81', training: '6' } },
  },
  {
    name: '缺少规上企业基数和专家评分，按 0 分计',
    center,
    measures: { ...atStandard, aboveScaleCoverage: null },
    opinions: {},
    missingOpinion: 'zero',
    expected: { total: '43', grade: 'fail', indicators: { serviceScale: '0' } },
  },
];
