import type { Random } from '../basis/random.js';

interface Evidence {
  readonly kind: string;
  readonly title: string;
}

const CONTRACT: Evidence = { kind: 'contract', title: '服务合同' };
const REPORT: Evidence = { kind: 'report', title: '服务报告' };
const PHOTOS: Evidence = { kind: 'photo', title: '现场照片' };
const SIGN_IN: Evidence = { kind: 'signInSheet', title: '签到表' };
const INVOICE: Evidence = { kind: 'invoice', title: '发票' };
const CERTIFICATE: Evidence = { kind: 'certificate', title: '证书' };
const LIST: Evidence = { kind: 'list', title: '清单' };

/** What usually proves a record, by type of service or kind of resource. */
const USUAL: Readonly<Record<string, readonly Evidence[]>> = {
  diagnosis: [{ kind: 'report', title: '诊断报告' }, CONTRACT],
  evaluation: [{ kind: 'report', title: '评估报告' }, CONTRACT],
  testing: [{ kind: 'report', title: '检测报告' }, CONTRACT],
  promotion: [{ kind: 'contract', title: '使用协议' }, INVOICE],
  orderMatchmaking: [{ kind: 'contract', title: '购销合同' }],
  financeMatchmaking: [{ kind: 'contract', title: '借款合同' }],
  platformService: [{ kind: 'systemScreenshot', title: '平台接入截图' }, CONTRACT],
  matchmaking: [SIGN_IN, PHOTOS],
  forum: [SIGN_IN, PHOTOS],
  competition: [PHOTOS, CERTIFICATE],
  publicity: [SIGN_IN, PHOTOS],
  talentEvent: [PHOTOS, CERTIFICATE],
  training: [SIGN_IN, PHOTOS],
  patent: [{ kind: 'certificate', title: '专利证书' }],
  softwareCopyright: [{ kind: 'certificate', title: '软件著作权登记证书' }],
  standard: [{ kind: 'policyDocument', title: '标准文本' }],
  supplier: [{ kind: 'contract', title: '合作协议' }],
  partner: [{ kind: 'contract', title: '合作协议' }],
  expert: [{ kind: 'certificate', title: '聘书' }],
  inclusiveMeasure: [{ kind: 'policyDocument', title: '实施办法' }],
  facility: [PHOTOS, LIST],
  infrastructure: [{ kind: 'systemScreenshot', title: '运行截图' }],
};
const OTHERWISE: readonly Evidence[] = [REPORT, CONTRACT, LIST];

/** References to evidence for a record; mostly one or two, sometimes none. */
export function evidenceFor(random: Random, typeOrKind: string): readonly Evidence[] {
  const usual = USUAL[typeOrKind] ?? OTHERWISE;
  return random.chance(0.05) ? [] : usual.slice(0, random.integer(1, Math.min(2, usual.length)));
}
