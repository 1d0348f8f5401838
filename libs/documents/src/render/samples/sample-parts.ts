/** Parts that the samples share: an invented province's department, rule document and applicant. */
const SAMPLE_RULES = {
  title: '甘肃省工业互联网数字化转型促进中心建设实施细则（试行）',
  number: '甘工信发〔2024〕128号',
  shortTitle: '实施细则',
};

export const SAMPLE_DEPARTMENT = '甘肃省工业和信息化厅';

/** What stands around the text of an official document of that day. */
export function sampleOfficial(number: string, datedOn: string) {
  return {
    departmentName: SAMPLE_DEPARTMENT,
    number,
    ruleDocument: SAMPLE_RULES,
    datedOn,
    copies: ['各市（州）工业和信息化局', '兰州新区经济发展局'],
    printer: '甘肃省工业和信息化厅办公室',
    printedOn: datedOn,
  };
}

/** What stands on the cover of a report. */
export function sampleReport(number: string, year: number, generatedOn: string) {
  return { departmentName: SAMPLE_DEPARTMENT, number, year, ruleDocument: SAMPLE_RULES, generatedOn };
}

export const SAMPLE_LEAD = { name: '兰州丝路云工业互联网有限公司', creditCode: '91620100MA71ABCD2X', kind: '企业' };

export const SAMPLE_CENTER = {
  name: '甘肃省石油化工行业工业互联网数字化转型促进中心',
  categoryTitle: '行业类',
  variantTitle: null,
  industry: '石油化工',
  region: '兰州市',
  lead: SAMPLE_LEAD,
  members: [
    { name: '兰州理工大学', creditCode: '12620000438001234T', kind: '高等院校' },
    { name: '甘肃省自动化学会', creditCode: '51620000500012345U', kind: '行业协会' },
  ],
};

export const SAMPLE_CONTACT = {
  name: '数字经济处',
  phone: '0931-8929000',
  email: 'szjj@gxt.example.cn',
  address: '兰州市城关区中央广场1号',
};

const HASH = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

export const SAMPLE_HASH = HASH;

export const SAMPLE_EVIDENCE = [
  {
    number: 1,
    place: '联合体协议',
    fileName: '组建数促中心合作协议（三方签章）.pdf',
    size: '2.4 MB',
    sha256: HASH,
    uploadedOn: '2025-03-02',
  },
  {
    number: 2,
    place: '人才实训培训',
    fileName: 'training_sign_in_sheets_2024_q1_to_q4_complete_scan_v2.pdf',
    size: '18.7 MB',
    sha256: HASH.split('').reverse().join(''),
    uploadedOn: '2025-03-05',
  },
];

/** A part of a form with values and running text. */
export const SAMPLE_SECTIONS = [
  {
    title: '建设基础',
    entries: [
      { label: '运营团队', value: '专职运营人员42人，其中高级职称9人' },
      { label: '场地面积', value: '2600平方米' },
    ],
    paragraphs: [
      '中心依托企业自建的工业互联网平台和标识解析二级节点，已为石化产业链上下游企业提供设备接入、工艺优化和安全监测服务。',
    ],
  },
  {
    title: '建设目标与内容',
    entries: [],
    paragraphs: [
      '围绕石油化工行业生产、安全、能耗三条主线，建设行业融合技术创新验证环境，沉淀模型、算法和解决方案，面向中小企业提供“小快轻准”产品。',
      '建设期两年，分为能力补齐、推广应用两个阶段。',
    ],
  },
];

/** Two centers of a published list. */
export const SAMPLE_ENTRIES = [
  {
    number: 1,
    name: SAMPLE_CENTER.name,
    categoryTitle: '行业类',
    variantTitle: null,
    leadOrganization: SAMPLE_LEAD.name,
    members: ['兰州理工大学', '甘肃省自动化学会'],
    region: '兰州市',
  },
  {
    number: 2,
    name: '甘肃省中小企业工业互联网数字化转型促进中心',
    categoryTitle: '功能类',
    variantTitle: '中小企业服务类',
    leadOrganization: '天水星火智造科技有限公司',
    members: [],
    region: '天水市',
  },
];

export const SAMPLE_PERIOD = {
  from: '2025-04-25',
  through: '2025-04-30',
  workingDays: 5,
  arithmetic: '公示自2025年4月24日发布，次日起算，4月27日（星期日，调休上班）计入，4月26日为休息日不计。',
};
