import type { CategoryOverrides } from '@shucu/plugin-sdk';

const bands = { excellent: 85, good: 70, pass: 55 };

/** What Ningxia asks instead of the plugins' defaults: lower bands, more events, smaller volumes for a smaller province. */
export const NINGXIA_OVERRIDES: Readonly<Record<string, CategoryOverrides>> = {
  comprehensive: {
    bands,
    weights: { events: 6, serviceScale: 7 },
    thresholds: {
      'achievements.achievements': 12,
      'achievements.newAchievements': 4,
      'promotion.productUsers': 15,
      'innovationResources.innovationResources': 45,
      'supplyResources.suppliers': 15,
      'matchmaking.matchmakingEvents': 3,
      'events.events': 4,
      'training.trainees': 300,
      'serviceScale.industrialEnterprises': 60,
      'smeScale.smes': 120,
    },
  },
  industry: {
    bands,
    thresholds: {
      'achievements.achievements': 10,
      'achievements.newAchievements': 3,
      'innovationResources.industryResources': 15,
      'matchmaking.matchmakingEvents': 3,
      'training.trainees': 90,
      'smeScale.industrySmes': 30,
    },
  },
  functional: {
    bands,
    thresholds: {
      'trainingScale.trainees': 600,
      'smeResources.smeSolutions': 30,
      'smeScale.servedSmes': 60,
      'smeInclusion.benefitedSmes': 30,
      'talentEvents.talentEvents': 2,
    },
  },
};
