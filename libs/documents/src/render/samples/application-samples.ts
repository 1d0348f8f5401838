import type { ApplicationFormData } from '../data/application-form.schema.js';
import type { CorrectionNoticeData } from '../data/correction-notice.schema.js';
import type { RecommendationData } from '../data/recommendation.schema.js';
import type { SelfEvaluationData } from '../data/self-evaluation.schema.js';
import {
  SAMPLE_CENTER,
  SAMPLE_CONTACT,
  SAMPLE_DEPARTMENT,
  SAMPLE_EVIDENCE,
  SAMPLE_LEAD,
  SAMPLE_SECTIONS,
  sampleOfficial,
  sampleReport,
} from './sample-parts.js';

/** An application form as a consortium would submit it. */
export const APPLICATION_FORM: ApplicationFormData = {
  ...sampleReport('申报〔2025〕3号', 2025, '2025-03-10'),
  round: '2025年度申报',
  submission: 2,
  submittedOn: '2025-03-10',
  submittedBy: '王建国',
  addressee: '兰州市工业和信息化局',
  isDirect: false,
  center: SAMPLE_CENTER,
  contact: { name: '李明', phone: '13900000000', email: 'liming@silkcloud.example.cn', address: null },
  sections: SAMPLE_SECTIONS,
  measures: [
    {
      group: '建设与运营情况',
      indicator: '建设主体水平与运营情况',
      measure: '运营人数',
      claimed: '42 人',
      threshold: '≥ 25 人',
      met: true,
      evidence: [],
    },
    {
      group: '人才培养实训',
      indicator: '人才实训培训',
      measure: '每年度实训人次',
      claimed: '286 人次',
      threshold: '≥ 300 人次',
      met: false,
      evidence: [2],
    },
    {
      group: '技术开放创新',
      indicator: '环境搭建',
      measure: '验证环境水平',
      claimed: '已建成',
      threshold: null,
      met: null,
      evidence: [1, 2],
    },
  ],
  signOffs: [
    { organization: SAMPLE_LEAD, isLead: true, signedBy: '王建国', signedOn: '2025-03-09' },
    ...SAMPLE_CENTER.members.map((organization) => ({
      organization,
      isLead: false,
      signedBy: '张华',
      signedOn: '2025-03-08',
    })),
  ],
  evidence: SAMPLE_EVIDENCE,
};

/** A self-evaluation with one computed and one judged indicator. */
export const SELF_EVALUATION: SelfEvaluationData = {
  ...sampleReport('自评〔2025〕3号', 2025, '2025-03-10'),
  center: SAMPLE_CENTER,
  total: '61.5',
  computableWeight: '70',
  items: [
    {
      number: 1,
      group: '建设与运营情况',
      title: '建设主体水平与运营情况',
      standard: '由行业内能力较强、成果贡献较突出的领先企业或行业协会等组织牵头运营，运营人数在 25 人以上',
      weight: '8',
      figures: [{ measure: '运营人数', claimed: '42 人', threshold: '≥ 25 人' }],
      score: '8',
      statement: '牵头单位为省级链主企业，近三年主持制定行业标准4项。',
      evidence: [1],
    },
    {
      number: 2,
      group: '技术开放创新',
      title: '环境搭建',
      standard: '具备区域领先的工业互联网与行业融合技术创新验证环境',
      weight: '6',
      figures: [],
      score: null,
      statement: null,
      evidence: [],
    },
  ],
  remarks: ['部分服务记录正在补充核实材料，将在现场查看前完成。'],
  evidence: SAMPLE_EVIDENCE,
};

/** A return for correction by the region's bureau. */
export const CORRECTION_NOTICE: CorrectionNoticeData = {
  ...sampleOfficial('兰州市补正〔2025〕1号', '2025-03-18'),
  departmentName: '兰州市工业和信息化局',
  copies: [],
  printer: '兰州市工业和信息化局办公室',
  recipients: [SAMPLE_LEAD.name],
  center: SAMPLE_CENTER,
  material: '2025年度申报材料',
  receivedOn: '2025-03-03',
  stage: '初审',
  article: '第十一条',
  items: [
    {
      place: '人才实训培训佐证材料',
      fault: '2024年第三季度签到表缺少培训单位盖章，无法核对人次。',
      demand: '补充盖章的签到表，或者提供培训通知、影像等其他证明材料。',
    },
    {
      place: '联合体协议',
      fault: '协议未载明甘肃省自动化学会的职责分工。',
      demand: '由各方补签补充协议后重新上传。',
    },
  ],
  dueOn: '2025-03-25',
  arithmetic: '补正期限为5个工作日，自2025年3月18日发出次日起算，3月22日、23日为休息日不计。',
  voidedApprovals: ['联合体成员此前对申报书所作的确认因内容变更而失效，重新提交前应当再次确认。'],
  contact: SAMPLE_CONTACT,
};

/** A recommendation with what the visit found. */
export const RECOMMENDATION: RecommendationData = {
  ...sampleOfficial('兰州市推荐〔2025〕1号', '2025-03-28'),
  departmentName: '兰州市工业和信息化局',
  copies: [],
  printer: '兰州市工业和信息化局办公室',
  recipients: [SAMPLE_DEPARTMENT],
  year: 2025,
  center: SAMPLE_CENTER,
  applicationNumber: '申报〔2025〕3号',
  receivedOn: '2025-03-10',
  review: {
    reviewedOn: '2025-03-20',
    reviewers: ['赵敏'],
    opinion: [
      '申报主体具备法人资格，联合体协议齐备，建设方案和申报书内容完整，符合《实施细则》第五条、第六条规定的条件。',
    ],
  },
  visit: {
    visitedOn: '2025-03-24',
    place: '兰州新区石化产业园中心展厅和实训基地',
    people: ['赵敏', '孙强'],
    findings: ['现场设备、平台运行正常，运营团队在岗；抽查的6份服务合同与申报内容一致。'],
  },
  figures: [
    { measure: '运营人数', claimed: '42 人', verified: '40 人', remark: '2人已离职' },
    { measure: '每年度实训人次', claimed: '286 人次', verified: '286 人次', remark: null },
  ],
  reasons: ['该中心建设基础较好，服务对象明确，已形成一批可推广的行业解决方案，对我市石化产业转型具有带动作用。'],
  attachments: ['建设方案', '申报书', '现场查看照片'],
};
