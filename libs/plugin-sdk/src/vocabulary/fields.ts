import type { Terms } from './vocabulary.types.js';

/** Technical fields of the industrial internet that the annex lists (产品水平). */
export const FIELDS = {
  network: { 'zh-CN': '工业互联网网络', en: 'Industrial internet network' },
  identifier: { 'zh-CN': '标识', en: 'Identifier resolution' },
  platform: { 'zh-CN': '平台', en: 'Platform' },
  security: { 'zh-CN': '安全', en: 'Security' },
  data: { 'zh-CN': '数据', en: 'Data' },
  industrialSoftware: { 'zh-CN': '工业软件', en: 'Industrial software' },
  automation: { 'zh-CN': '自动化设备', en: 'Automation equipment' },
  smartEquipment: { 'zh-CN': '智能装备', en: 'Smart equipment' },
  industrialIntelligence: { 'zh-CN': '工业智能', en: 'Industrial intelligence' },
  digitalTwin: { 'zh-CN': '数字孪生', en: 'Digital twin' },
  edgeComputing: { 'zh-CN': '边缘计算', en: 'Edge computing' },
  greenLowCarbon: { 'zh-CN': '绿色低碳', en: 'Green and low-carbon' },
  productPassport: { 'zh-CN': '产品数字护照', en: 'Digital product passport' },
} as const satisfies Terms;
