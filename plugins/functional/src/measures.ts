import { ACHIEVEMENT_KINDS, count, countDistinct, ENTERPRISE_SERVICES, fact, sum } from '@shucu/plugin-sdk';

const researchers = ['university', 'researchInstitute'];
const provincialCenters = ['provincialLab', 'enterpriseRdCenter', 'technologyCenter', 'engineeringCenter'];

const innovation = {
  leadingFields: fact('leadingFields'),
  achievements: count().from('resource').where({ kind: ACHIEVEMENT_KINDS }).cumulative(),
  newAchievements: count().from('resource').where({ kind: ACHIEVEMENT_KINDS }).inYear(),
  researchPartners: countDistinct('enterprise')
    .from('resource')
    .where({ kind: 'partner', partnerKind: researchers })
    .cumulative(),
  // Laboratories and centers are often no legal persons of their own, so entries count, not credit codes.
  provincialCooperations: count()
    .from('resource')
    .where({ kind: 'partner', partnerKind: provincialCenters })
    .cumulative(),
  openTopics: count().from('service').where({ type: 'openTopic' }).inYear(),
};

const incubation = {
  productFields: countDistinct('field').from('resource').where({ kind: 'product' }).cumulative(),
  productUsers: countDistinct('enterprise').from('service').where({ type: 'promotion' }).cumulative(),
  supplySidePartners: countDistinct('enterprise')
    .from('resource')
    .where({ kind: 'partner', partnerKind: 'supplySideEnterprise' })
    .cumulative(),
};

const talent = {
  trainingSeats: fact('trainingSeats'),
  trainees: sum('headcount').from('service').where({ type: 'training' }).inYear(),
  industryEducation: count().from('service').where({ type: 'industryEducation' }).inYear(),
  talentEvents: count().from('service').where({ type: 'talentEvent' }).inYear(),
};

const sme = {
  smeSolutions: count().from('resource').where({ kind: 'solution', sme: true }).cumulative(),
  smePlatform: fact('smePlatformOperating'),
  servedSmes: countDistinct('enterprise').from('service').where({ type: ENTERPRISE_SERVICES, sme: true }).inYear(),
  orderAmount: sum('amount').from('service').where({ type: 'orderMatchmaking', sme: true }).inYear(),
  financeAmount: sum('amount').from('service').where({ type: 'financeMatchmaking', sme: true }).inYear(),
  benefitedSmes: countDistinct('enterprise').from('service').where({ sme: true, discounted: true }).inPreviousYear(),
};

/** 统计口径 of the functional category, by variant. */
export const measures = { operatingStaff: fact('operatingStaff'), ...innovation, ...incubation, ...talent, ...sme };
