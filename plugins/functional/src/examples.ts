import type { GoldenExample } from '@shucu/plugin-sdk';
import { measures } from './measures.js';

const nothing = Object.fromEntries(Object.keys(measures).map((name) => [name, '0']));
const common = { ...nothing, operatingStaff: '25' };

const allJudged = (keys: readonly string[], score: string) =>
  Object.fromEntries(['leadCapability.fieldCapability', ...keys].map((key) => [key, score]));

const innovationKeys = [
  'environment.leadingEnvironment',
  'verification.leadingVerification',
  'cooperation.appliedResults',
];
const incubationKeys = [
  'productLevel.advancedProducts',
  'incubationEnvironment.leadingIncubation',
  'suppliers.contributions',
  'testing.testingCapability',
];
const talentKeys = ['trainingEnvironment.completeEnvironment', 'curriculum.courseSystem', 'experts.expertPool'];
const smeKeys = ['smeResources.smeCapability', 'smeResults.smeEffect'];

/** Cases whose results were worked out by hand. */
export const examples: readonly GoldenExample[] = [
  {
    name: '技术创新：各项恰好达到标准',
    center: { variant: 'innovation' },
    measures: {
      ...common,
      leadingFields: '2',
      achievements: '50',
      newAchievements: '5',
      researchPartners: '3',
      provincialCooperations: '1',
      openTopics: '2',
    },
    opinions: allJudged(innovationKeys, '100'),
    expected: { total: '100', grade: 'excellent' },
  },
  {
    name: '产业孵化：推广 35 家企业、供给侧伙伴 10 家，专家评分均为 80 分',
    center: { variant: 'incubation' },
    measures: { ...common, productFields: '2', productUsers: '35', supplySidePartners: '10' },
    opinions: allJudged(incubationKeys, '80'),
    expected: {
      total: '79.1',
      grade: 'good',
      indicators: { leadCapability: '13.5', promotion: '12.6', suppliers: '10.4', testing: '12.8' },
    },
  },
  {
    name: '人才培育：实训 1500 人次，没有人才赛事，其余达标',
    center: { variant: 'talent' },
    measures: { ...common, trainingSeats: '50', trainees: '1500', industryEducation: '3' },
    opinions: allJudged(talentKeys, '100'),
    expected: { total: '83.25', grade: 'good', indicators: { trainingScale: '14.25', talentEvents: '0' } },
  },
  {
    name: '中小企业服务：平台未建成，上年度惠及 60 家，缺失评分按 0 分计',
    center: { variant: 'sme' },
    measures: { ...common, smeSolutions: '100', servedSmes: '200', benefitedSmes: '60', orderAmount: '5200000' },
    opinions: allJudged(smeKeys, '90'),
    missingOpinion: 'zero',
    expected: {
      total: '63.3',
      grade: 'pass',
      indicators: { smePlatform: '0', smeInclusion: '4.2', smeResults: '12.6' },
    },
  },
];
