import type { Terms } from './vocabulary.types.js';

/** Kinds of evidence that an indicator asks for. */
export const EVIDENCE_KINDS = {
  certificate: { 'zh-CN': '证书', en: 'Certificate' },
  contract: { 'zh-CN': '合同协议', en: 'Contract or agreement' },
  report: { 'zh-CN': '报告', en: 'Report' },
  photo: { 'zh-CN': '照片', en: 'Photograph' },
  signInSheet: { 'zh-CN': '签到表', en: 'Sign-in sheet' },
  invoice: { 'zh-CN': '发票凭证', en: 'Invoice or voucher' },
  list: { 'zh-CN': '清单台账', en: 'List or ledger' },
  socialInsurance: { 'zh-CN': '社保缴纳证明', en: 'Proof of social insurance' },
  siteVisit: { 'zh-CN': '现场查看记录', en: 'Record of an on-site visit' },
  systemScreenshot: { 'zh-CN': '系统截图', en: 'Screenshot of a system' },
  policyDocument: { 'zh-CN': '制度文件', en: 'Policy document' },
} as const satisfies Terms;
