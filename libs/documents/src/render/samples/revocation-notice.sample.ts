import type { RevocationNoticeData } from '../data/revocation-notice.schema.js';

/** A notice as a province would send it; `changes` replace whole fields. */
export function sampleRevocationNotice(changes: Partial<RevocationNoticeData> = {}): RevocationNoticeData {
  return {
    departmentName: '甘肃省工业和信息化厅',
    number: '甘工信发〔2026〕12号',
    recipients: ['兰州新区经济发展局', '甘肃陇原智造科技有限公司'],
    ruleDocument: {
      title: '甘肃省工业互联网数字化转型促进中心建设实施细则（试行）',
      number: '甘工信发〔2024〕128号',
      shortTitle: '实施细则',
    },
    center: {
      name: '甘肃省装备制造行业工业互联网数字化转型促进中心',
      categoryTitle: '行业类',
      announcedOn: '2024-12-20',
    },
    lead: { name: '甘肃陇原智造科技有限公司', creditCode: '91350100M000100Y43' },
    ground: { article: '第十七条第（一）项', wording: '连续两次在年度评估中不合格的' },
    evaluations: [
      { year: 2024, score: '54.3', grade: '不合格', documentNumber: null },
      { year: 2025, score: '51.995', grade: '不合格', documentNumber: '甘工信数评〔2026〕7号' },
    ],
    facts: [],
    statement:
      '立案后，该中心于2026年3月2日提出陈述意见，称服务企业数量不足系季节性停产所致。经核实，所称情况不影响两个年度评估结果的成立，意见不予采纳。',
    exitOn: '2026-03-15',
    banYears: 2,
    banUntil: '2028-03-15',
    remedies: { reconsiderationAuthority: '甘肃省人民政府', court: '有管辖权的人民法院' },
    datedOn: '2026-03-15',
    copies: ['各市（州）工业和信息化局', '省发展改革委', '省科技厅', '省财政厅'],
    printer: '甘肃省工业和信息化厅办公室',
    printedOn: '2026-03-16',
    ...changes,
  };
}
