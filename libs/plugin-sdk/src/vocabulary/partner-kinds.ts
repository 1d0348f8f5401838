import type { Terms } from './vocabulary.types.js';

/** What a partner in the ledger is. */
export const PARTNER_KINDS = {
  university: { 'zh-CN': '高校', en: 'University' },
  researchInstitute: { 'zh-CN': '科研院所', en: 'Research institute' },
  provincialLab: { 'zh-CN': '省级实验室', en: 'Provincial laboratory' },
  enterpriseRdCenter: { 'zh-CN': '省级企业研发中心', en: 'Provincial enterprise R&D center' },
  technologyCenter: { 'zh-CN': '省级技术中心', en: 'Provincial technology center' },
  engineeringCenter: { 'zh-CN': '省级工程中心', en: 'Provincial engineering center' },
  supplySideEnterprise: { 'zh-CN': '供给侧企业', en: 'Supply-side enterprise' },
  demandSideEnterprise: { 'zh-CN': '需求侧企业', en: 'Demand-side enterprise' },
  industryFund: { 'zh-CN': '产业基金', en: 'Industry fund' },
  bank: { 'zh-CN': '银行', en: 'Bank' },
  otherFinance: { 'zh-CN': '其他金融机构', en: 'Other financial institution' },
  association: { 'zh-CN': '行业协会', en: 'Industry association' },
  park: { 'zh-CN': '产业园区', en: 'Industrial park' },
} as const satisfies Terms;
