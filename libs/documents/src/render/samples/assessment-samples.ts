import type { AssessmentResultData } from '../data/assessment-result.schema.js';
import type { ExpertScoreSheetData } from '../data/expert-score-sheet.schema.js';
import { SAMPLE_CENTER, SAMPLE_HASH, sampleReport } from './sample-parts.js';

const STAFF = { number: 1, group: '建设与运营情况', title: '建设主体水平与运营情况' };
const ENVIRONMENT = { number: 2, group: '技术开放创新', title: '环境搭建' };
const NO_FIGURES = { claimed: null, verified: null, confirmed: null };
const STAFF_FIGURES = { claimed: '42 人', verified: '40 人', confirmed: '40 人' };

/** One expert's sheet: a figure confirmed, a criterion judged. */
export const EXPERT_SCORE_SHEET: ExpertScoreSheetData = {
  ...sampleReport('评分〔2025〕7号', 2025, '2025-04-10'),
  purpose: '核查评估',
  center: SAMPLE_CENTER,
  expert: { name: '陈教授', employer: '西北工业技术研究院', fields: ['工业互联网平台', '流程工业'], isLeader: true },
  declaration: '本人与申报单位及联合体成员不存在任职、投资、合作等利益关系，未参与其申报材料的编制。',
  declaredOn: '2025-04-02',
  items: [
    {
      ...STAFF,
      criteria: [
        { title: '运营人数', ...STAFF_FIGURES, score: null, opinion: '社保名单核对一致。' },
        { title: '建设主体水平', ...NO_FIGURES, score: '88', opinion: '行业影响力较强，成果贡献突出。' },
      ],
    },
    {
      ...ENVIRONMENT,
      criteria: [{ title: '验证环境水平', ...NO_FIGURES, score: '82.5', opinion: '环境完备，建议补充安全验证能力。' }],
    },
  ],
  opinion: '总体达到行业类数促中心建设要求，建议加强面向中小企业的服务供给。',
  sealedOn: '2025-04-10',
  sealHash: SAMPLE_HASH,
};

/** The merged result of three experts. */
export const ASSESSMENT_RESULT: AssessmentResultData = {
  ...sampleReport('甘工信发核〔2025〕3号', 2025, '2025-04-15'),
  purpose: '核查评估',
  center: SAMPLE_CENTER,
  draw: {
    drawnOn: '2025-04-01',
    seed: '20250401-7c1f09',
    poolSize: 18,
    constraints: [
      '专业领域覆盖工业互联网平台和流程工业。',
      '与申报单位及联合体成员无任职关系，且不来自申报单位所在地区。',
    ],
  },
  experts: [
    { name: '陈教授', employer: '西北工业技术研究院', isLeader: true },
    { name: '刘工', employer: '陇东能源化工设计院', isLeader: false },
    { name: '马博士', employer: '河西大学', isLeader: false },
  ],
  mergeRule: '各项专家评分取去掉一个最高分和一个最低分后的平均值。',
  items: [
    {
      ...STAFF,
      criteria: [
        {
          title: '运营人数',
          ...STAFF_FIGURES,
          scores: [],
          merged: null,
          spread: null,
          furtherOpinion: false,
          opinions: [],
        },
      ],
    },
    {
      ...ENVIRONMENT,
      criteria: [
        {
          title: '验证环境水平',
          ...NO_FIGURES,
          scores: ['52', '82.5', '85', '88'],
          merged: '83.75',
          spread: '36',
          furtherOpinion: true,
          opinions: ['环境完备，建议补充安全验证能力。', '验证案例覆盖面有待扩大。'],
        },
      ],
    },
  ],
  voided: [{ reason: '一名专家于评分后申报其所在单位与联合体成员存在合作关系，予以回避。', voidedOn: '2025-04-11' }],
  siteVisit: {
    visitedOn: '2025-04-08',
    people: ['陈教授', '刘工', '马博士'],
    findings: ['现场核验验证环境2处，演示案例5个，运行情况与申报材料一致。'],
  },
  groups: [
    { title: '建设与运营情况', score: '7.5', weight: '8' },
    { title: '技术开放创新', score: '15.075', weight: '18' },
  ],
  total: '81.996',
  passScore: '60',
  passed: true,
  conclusion: ['该中心能力和资源保障满足行业类数促中心建设要求，专家组同意通过核查评估。'],
  signedBy: '陈教授',
  signedOn: '2025-04-15',
};
