import type { GoldenExample } from '@shucu/plugin-sdk';

const atStandard = {
  operatingStaff: '50',
  achievements: '40',
  achievementIndustries: '2',
  newAchievements: '10',
  productUsers: '50',
  innovationResources: '150',
  suppliers: '50',
  diagnosedRegions: '5',
  diagnosedIndustries: '5',
  matchmakingEvents: '2',
  financePartners: '1',
  financeMatchmakings: '1',
  events: '2',
  trainees: '1000',
  industrialEnterprises: '200',
  smes: '500',
};

const judgedKeys = [
  'leadCapability.leadStrength',
  'environment.verificationEnvironment',
  'verification.scenarioVerification',
  'productLevel.advancedProducts',
  'testing.testingCapability',
  'infrastructure.infrastructureUse',
  'supplyResources.supplyPool',
  'diagnosis.assessmentCapability',
  'matchmaking.cooperation',
  'smeCapability.smeServiceCapability',
  'decisionSupport.monitoring',
  'finance.financeCooperation',
];

const allJudged = (score: string) => Object.fromEntries(judgedKeys.map((key) => [key, score]));

/** Cases whose results were worked out by hand. */
export const examples: readonly GoldenExample[] = [
  {
    name: '各项恰好达到标准',
    measures: atStandard,
    opinions: allJudged('100'),
    expected: { total: '100', grade: 'excellent' },
  },
  {
    name: '服务工业企业 162 家，其余达标',
    measures: { ...atStandard, industrialEnterprises: '162' },
    opinions: allJudged('100'),
    expected: { total: '98.29', grade: 'excellent', indicators: { serviceScale: '7.29', smeScale: '7' } },
  },
  {
    // 44⅓ of the 100 points hang on opinions, a quarter of them is lost.
    name: '定量达标，专家评分均为 75 分',
    measures: atStandard,
    opinions: allJudged('75'),
    expected: {
      total: '88.916666666667',
      grade: 'good',
      indicators: { leadCapability: '5.25', diagnosis: '6.416666666667' },
    },
  },
  {
    name: '没有任何记录和评分，缺失按 0 分计',
    measures: { ...Object.fromEntries(Object.keys(atStandard).map((name) => [name, '0'])), operatingStaff: null },
    opinions: {},
    missingOpinion: 'zero',
    expected: { total: '0', grade: 'fail' },
  },
];
