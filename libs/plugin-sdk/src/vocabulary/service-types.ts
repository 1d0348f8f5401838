import type { Terms } from './vocabulary.types.js';

/** Kinds of service record (服务记录): what was given to an enterprise, or what event was held. */
export const SERVICE_TYPES = {
  diagnosis: { 'zh-CN': '诊断咨询', en: 'Diagnosis and advice' },
  consulting: { 'zh-CN': '咨询规划', en: 'Consulting and planning' },
  evaluation: { 'zh-CN': '绩效评估', en: 'Performance evaluation' },
  promotion: { 'zh-CN': '产品推广', en: 'Product promotion' },
  testing: { 'zh-CN': '检测评估', en: 'Testing and assessment' },
  verification: { 'zh-CN': '融合技术验证', en: 'Verification of converged technology' },
  collaboration: { 'zh-CN': '协同创新', en: 'Collaborative innovation' },
  incubation: { 'zh-CN': '产品孵化', en: 'Product incubation' },
  matchmaking: { 'zh-CN': '供需对接活动', en: 'Matchmaking event' },
  matchmakingService: { 'zh-CN': '供需对接服务', en: 'Matchmaking for one enterprise' },
  orderMatchmaking: { 'zh-CN': '订单对接', en: 'Order matchmaking' },
  financeMatchmaking: { 'zh-CN': '产融对接', en: 'Finance matchmaking' },
  platformService: { 'zh-CN': '平台与设施服务', en: 'Platform and facility service' },
  training: { 'zh-CN': '培训实训', en: 'Training' },
  industryEducation: { 'zh-CN': '产教合作', en: 'Industry–education cooperation' },
  talentEvent: { 'zh-CN': '人才赛事活动', en: 'Talent competition or event' },
  competition: { 'zh-CN': '数字化赛事', en: 'Digital competition' },
  forum: { 'zh-CN': '论坛会议', en: 'Forum or conference' },
  publicity: { 'zh-CN': '宣贯培训活动', en: 'Publicity event' },
  openTopic: { 'zh-CN': '开放课题', en: 'Open research topic' },
  decisionSupport: { 'zh-CN': '政府决策支撑', en: 'Decision support for government' },
} as const satisfies Terms;
