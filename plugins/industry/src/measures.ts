import {
  ACHIEVEMENT_KINDS,
  count,
  countDistinct,
  ENTERPRISE_SERVICES,
  fact,
  own,
  ratio,
  reference,
  sum,
} from '@shucu/plugin-sdk';

const ownIndustry = { industry: own('industry') };
const industryResources = { ...ownIndustry, kind: ['model', 'scenario', 'algorithm', 'solution'] };

/** 统计口径 of the industry category: what is of the industry is of the center's own one. */
export const measures = {
  operatingStaff: fact('operatingStaff'),
  achievements: count().from('resource').where({ kind: ACHIEVEMENT_KINDS }).cumulative(),
  newAchievements: count().from('resource').where({ kind: ACHIEVEMENT_KINDS }).inYear(),
  industryResources: count().from('resource').where(industryResources).cumulative(),
  coveredLinks: countDistinct('link').from('resource').where(industryResources).cumulative(),
  matchmakingEvents: count().from('service').where({ type: 'matchmaking' }).inYear(),
  trainees: sum('headcount').from('service').where({ type: 'training' }).inPreviousYear(),
  aboveScaleCoverage: ratio(
    countDistinct('enterprise')
      .from('service')
      .where({ ...ownIndustry, type: ENTERPRISE_SERVICES, aboveScale: true })
      .inYear(),
    reference('aboveScaleEnterprises'),
  ),
  industrySmes: countDistinct('enterprise')
    .from('service', 'resource')
    .where({ ...ownIndustry, sme: true })
    .cumulative(),
};
