import type { RESOURCE_KINDS } from './resource-kinds.js';
import type { SERVICE_TYPES } from './service-types.js';

/** Services that are given to one enterprise (协同创新、产品推广、绩效评价、供需对接等服务), not held for an audience. */
export const ENTERPRISE_SERVICES: readonly (keyof typeof SERVICE_TYPES)[] = [
  'diagnosis',
  'consulting',
  'evaluation',
  'promotion',
  'testing',
  'verification',
  'collaboration',
  'incubation',
  'matchmaking',
  'matchmakingService',
  'orderMatchmaking',
  'financeMatchmaking',
  'platformService',
];

/** What counts as a result (专利、软著、标准等成果). */
export const ACHIEVEMENT_KINDS: readonly (keyof typeof RESOURCE_KINDS)[] = [
  'patent',
  'softwareCopyright',
  'standard',
  'technicalAchievement',
];
