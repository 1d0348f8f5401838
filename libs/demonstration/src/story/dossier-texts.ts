/** What the dossiers of the story say, beside the category's own figures. */
export const DOSSIER = {
  plan: {
    foundation: '依托省级重点实验室、工业互联网平台和二十余项服务案例，具备持续运营条件。',
    positioning: '面向全省制造企业，提供从诊断到实施的数字化转型服务。',
    services: {
      technologyInnovation: '建设融合技术创新验证环境，参与标准研制。',
      industryIncubation: '开展产品孵化、中试与方案检测评估。',
      resourceAggregation: '汇聚供应商、模型、算法、工具与数据集。',
      applicationPromotion: '提供诊断评估、咨询指导与供需对接。',
      ecosystem: '组织产融对接、人才实训与推广活动。',
      decisionSupport: '开展产业监测与成效评估，支撑决策。',
    },
    goals: '三年内服务工业企业六百家，培训一千五百人次。',
    schedule: [
      { by: '2025-09-30', goal: '完成服务平台建设' },
      { by: '2025-12-31', goal: '服务企业二百家' },
    ],
    guarantees: '牵头单位每年投入运营经费三百万元，专职团队六十人。',
  },
  form: {
    legalRepresentative: '张建华',
    contactName: '李敏',
    contactPosition: '副总经理',
    contactPhone: '13912345678',
    contactEmail: 'limin@example.cn',
    address: '甘肃省兰州市城关区雁南路1号',
    foundedOn: '2012-06-18',
    employees: 320,
    investment: '1200.00',
    ownFunds: '800.00',
    summary: '长期从事工业互联网平台建设与企业数字化服务。',
  },
} as const;

/** What a bureau writes of a visit. */
export const VISIT = {
  place: '甘肃省兰州市城关区雁南路1号',
  people: [
    { side: 'office', name: '赵文静', position: '科长' },
    { side: 'applicant', name: '李敏', position: '副总经理' },
  ],
  findings: '查看了服务平台、实训场地和服务档案，与申报材料一致。',
} as const;

/** What an annual report says. */
export const REPORT = {
  mainWork: '围绕重点产业链开展诊断咨询、供需对接和人才实训。',
  achievements: '服务企业数量和中小企业覆盖面较上年明显增长。',
  problems: '高层次人才不足，部分县区覆盖不够。',
  nextPlan: '扩大县域服务，建设行业模型库。',
} as const;
