import type { Terms } from './vocabulary.types.js';

/** Kinds of ledger entry (资源台账): one thing that a center holds. */
export const RESOURCE_KINDS = {
  patent: { 'zh-CN': '专利', en: 'Patent' },
  softwareCopyright: { 'zh-CN': '软件著作权', en: 'Software copyright' },
  standard: { 'zh-CN': '标准', en: 'Standard' },
  technicalAchievement: { 'zh-CN': '其他技术成果', en: 'Other technical achievement' },
  model: { 'zh-CN': '模型', en: 'Model' },
  algorithm: { 'zh-CN': '算法', en: 'Algorithm' },
  tool: { 'zh-CN': '工具', en: 'Tool' },
  dataset: { 'zh-CN': '数据集', en: 'Data set' },
  scenario: { 'zh-CN': '应用场景', en: 'Application scenario' },
  solution: { 'zh-CN': '解决方案', en: 'Solution' },
  product: { 'zh-CN': '新产品', en: 'New product' },
  supplier: { 'zh-CN': '供应商', en: 'Supplier' },
  partner: { 'zh-CN': '生态合作伙伴', en: 'Ecosystem partner' },
  expert: { 'zh-CN': '专家人才', en: 'Expert' },
  course: { 'zh-CN': '课程与课件', en: 'Course or courseware' },
  facility: { 'zh-CN': '环境与设施', en: 'Environment or facility' },
  infrastructure: { 'zh-CN': '网络标识平台基础设施', en: 'Network, identifier or platform infrastructure' },
  inclusiveMeasure: { 'zh-CN': '普惠措施', en: 'Inclusive measure' },
} as const satisfies Terms;
