import type { Terms } from './vocabulary.types.js';

/** The six service areas that the rule document names (第二条), in its order. */
export const SERVICE_AREAS = {
  technologyInnovation: { 'zh-CN': '技术创新', en: 'Technical innovation' },
  industryIncubation: { 'zh-CN': '产业培育', en: 'Industry incubation' },
  resourceAggregation: { 'zh-CN': '资源集聚', en: 'Gathering of resources' },
  applicationPromotion: { 'zh-CN': '应用推广', en: 'Promotion of applications' },
  ecosystem: { 'zh-CN': '生态营造', en: 'Ecosystem' },
  decisionSupport: { 'zh-CN': '决策支撑', en: 'Decision support' },
} as const satisfies Terms;

export type ServiceArea = keyof typeof SERVICE_AREAS;
