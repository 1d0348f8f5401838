import type { ReversalDecisionData } from '../data/reversal-decision.schema.js';
import type { StatementInvitationData } from '../data/statement-invitation.schema.js';
import { SAMPLE_CONTACT, SAMPLE_DEPARTMENT, sampleOfficial } from './sample-parts.js';

const CENTER = '甘肃省装备制造行业工业互联网数字化转型促进中心';
const LEAD = { name: '甘肃陇原智造科技有限公司', creditCode: '91350100M000100Y43' };

/** The hearing before the sample revocation. */
export const STATEMENT_INVITATION: StatementInvitationData = {
  ...sampleOfficial('甘工信发〔2026〕9号', '2026-02-26'),
  copies: ['兰州新区经济发展局'],
  recipients: [LEAD.name],
  centerName: CENTER,
  categoryTitle: '行业类',
  announcedOn: '2024-12-20',
  lead: LEAD,
  ground: { article: '第十七条第（一）项', wording: '连续两次在年度评估中不合格的' },
  facts: ['经年度运行质量评估，该中心2024年度得分54.30分，评估结果为不合格；2025年度得分51.99分，评估结果为不合格。'],
  evidence: ['2024年度运行质量评估报告', '2025年度运行质量评估报告（甘工信发评〔2026〕7号）'],
  period: {
    from: '2026-02-27',
    through: '2026-03-04',
    workingDays: 5,
    arithmetic: '自2026年2月26日发出次日起算，2月28日（星期六，调休上班）计入，3月1日为休息日不计。',
  },
  banYears: 2,
  contact: SAMPLE_CONTACT,
};

/** A revocation annulled upon reconsideration. */
export const REVERSAL_DECISION: ReversalDecisionData = {
  ...sampleOfficial('甘工信发〔2026〕58号', '2026-06-18'),
  recipients: [LEAD.name, '兰州新区经济发展局'],
  centerName: CENTER,
  lead: LEAD,
  notice: {
    title: `${SAMPLE_DEPARTMENT}关于撤销${CENTER}评价资格的通知`,
    number: '甘工信发〔2026〕12号',
    datedOn: '2026-03-15',
  },
  superior: {
    authority: '甘肃省人民政府',
    title: '行政复议决定书',
    number: '甘政复决〔2026〕21号',
    decidedOn: '2026-06-10',
  },
  isAnnulled: true,
  reasons: ['行政复议决定认定2024年度评估漏计服务记录，评估结果应为合格，原通知认定的“连续两次不合格”事实不成立。'],
  changes: [],
  restoredOn: '2026-06-18',
  banLiftedOn: '2026-06-18',
};
