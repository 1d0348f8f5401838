import {
  ACHIEVEMENT_KINDS,
  count,
  countDistinct,
  ENTERPRISE_SERVICES,
  fact,
  INDUSTRIAL_DIVISIONS,
  sum,
} from '@shucu/plugin-sdk';

const events = ['talentEvent', 'competition', 'forum', 'publicity'];

/** 统计口径 of the comprehensive category. */
export const measures = {
  operatingStaff: fact('operatingStaff'),
  achievements: count().from('resource').where({ kind: ACHIEVEMENT_KINDS }).cumulative(),
  achievementIndustries: countDistinct('industry').from('resource').where({ kind: ACHIEVEMENT_KINDS }).cumulative(),
  newAchievements: count().from('resource').where({ kind: ACHIEVEMENT_KINDS }).inYear(),
  productUsers: countDistinct('enterprise').from('service').where({ type: 'promotion', discounted: true }).cumulative(),
  innovationResources: count()
    .from('resource')
    .where({ kind: ['model', 'algorithm', 'tool', 'dataset'] })
    .cumulative(),
  suppliers: countDistinct('enterprise').from('resource').where({ kind: 'supplier' }).cumulative(),
  diagnosedRegions: countDistinct('region').from('service').where({ type: 'diagnosis' }).cumulative(),
  diagnosedIndustries: countDistinct('industry').from('service').where({ type: 'diagnosis' }).cumulative(),
  matchmakingEvents: count().from('service').where({ type: 'matchmaking' }).inYear(),
  financePartners: count()
    .from('resource')
    .where({ kind: 'partner', partnerKind: ['industryFund', 'bank', 'otherFinance'] })
    .cumulative(),
  financeMatchmakings: count().from('service').where({ type: 'financeMatchmaking' }).inYear(),
  events: count().from('service').where({ type: events }).inYear(),
  trainees: sum('headcount').from('service').where({ type: 'training' }).inYear(),
  industrialEnterprises: countDistinct('enterprise')
    .from('service')
    .where({ type: ENTERPRISE_SERVICES, industry: INDUSTRIAL_DIVISIONS })
    .inYear(),
  smes: countDistinct('enterprise').from('service', 'resource').where({ sme: true }).cumulative(),
};
