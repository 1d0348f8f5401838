import type { Terms } from './vocabulary.types.js';

/** Links of an industry (环节) that a service or resource covers. */
export const LINKS = {
  production: { 'zh-CN': '生产制造', en: 'Production' },
  management: { 'zh-CN': '经营管理', en: 'Management' },
  research: { 'zh-CN': '研发设计', en: 'Research and design' },
  sales: { 'zh-CN': '采购销售', en: 'Purchasing and sales' },
  supplyChain: { 'zh-CN': '供应链协同', en: 'Supply chain' },
  warehousing: { 'zh-CN': '仓储物流', en: 'Warehousing and logistics' },
  quality: { 'zh-CN': '质量管控', en: 'Quality control' },
  maintenance: { 'zh-CN': '运维服务', en: 'Maintenance' },
  safety: { 'zh-CN': '安全生产', en: 'Work safety' },
  energy: { 'zh-CN': '能源环保', en: 'Energy and environment' },
} as const satisfies Terms;
