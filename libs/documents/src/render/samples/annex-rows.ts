interface AnnexRow {
  readonly group: string;
  readonly title: string;
  readonly standard: string;
  readonly criterion: string;
  readonly unit: string;
}

/** The comprehensive annex with one figure a row, for samples as long as real reports. */
export const ANNEX_ROWS: readonly AnnexRow[] = [
  {
    group: '建设与运营情况',
    title: '建设主体水平与运营情况',
    standard: '建设主体综合实力区域领先，运营人数在 50 人以上',
    criterion: '运营人数',
    unit: '人',
  },
  {
    group: '技术开放创新',
    title: '环境搭建',
    standard: '具备较为完善的工业互联网融合技术创新验证环境',
    criterion: '验证环境',
    unit: '套',
  },
  {
    group: '技术开放创新',
    title: '融合技术创新验证',
    standard: '能开展多场景的融合技术验证',
    criterion: '验证场景',
    unit: '个',
  },
  {
    group: '技术开放创新',
    title: '创新成果转化',
    standard:
      '形成至少跨 2 个行业领域及 40 项以上工业互联网领域专利、软著、标准等成果，且未来每年增加至少 10 项上述成果',
    criterion: '成果数量',
    unit: '项',
  },
  {
    group: '产业培育孵化',
    title: '产品水平',
    standard:
      '围绕工业互联网网络、标识、平台、安全、数据、工业软件、自动化设备、智能装备、工业智能、数字孪生、边缘计算、绿色低碳、产品数字护照等领域，孵化出新技术产品在同领域较为先进',
    criterion: '新产品',
    unit: '种',
  },
  {
    group: '产业培育孵化',
    title: '产品推广',
    standard: '新产品被 50 家以上企业免费使用或低成本购买',
    criterion: '使用企业',
    unit: '家',
  },
  {
    group: '产业培育孵化',
    title: '产品方案检测评估',
    standard: '具备覆盖若干领域工业互联网产品方案评价测试能力',
    criterion: '测试领域',
    unit: '个',
  },
  {
    group: '资源集聚共享',
    title: '基础设施资源',
    standard: '实现区域内新型网络、标识解析、平台等基础设施资源的高效管理与利用',
    criterion: '基础设施',
    unit: '项',
  },
  {
    group: '资源集聚共享',
    title: '应用创新资源',
    standard: '实现不少于 150 个数字化转型相关模型、算法、工具、数据集等集聚沉淀与复用推广',
    criterion: '创新资源',
    unit: '个',
  },
  {
    group: '资源集聚共享',
    title: '产业供给资源',
    standard: '集聚不少于 50 家数字化转型供应商资源，建成较高水平的工业互联网供给资源池',
    criterion: '供应商',
    unit: '家',
  },
  {
    group: '应用落地推广',
    title: '诊断咨询',
    standard:
      '为至少 5 个地区、5 个行业的企业和园区提供了诊断咨询服务，具备工业互联网标识应用成熟度、园区数字化智能化绿色化发展水平等评估能力',
    criterion: '诊断企业',
    unit: '家',
  },
  {
    group: '应用落地推广',
    title: '供需对接',
    standard: '每年度开展 2 次以上高水平的供需对接活动，达成合作覆盖多行业多场景',
    criterion: '对接活动',
    unit: '次',
  },
  {
    group: '应用落地推广',
    title: '中小企业服务能力',
    standard:
      '具备为各类中小企业提供转型资源和服务的能力，具备工业互联网领域的“小快轻准”产品孵化能力，具备“链式”转型数字化产品及解决方案供给能力',
    criterion: '服务产品',
    unit: '个',
  },
  {
    group: '产业生态与政府决策支撑',
    title: '政府决策优化',
    standard: '支持产业发展水平及数字化转型成效的动态监测，支撑政府决策优化',
    criterion: '监测报告',
    unit: '份',
  },
  {
    group: '产业生态与政府决策支撑',
    title: '引入金融资本产融对接',
    standard: '能引入产业基金等合作伙伴，开展产融合作对接',
    criterion: '金融伙伴',
    unit: '家',
  },
  {
    group: '产业生态与政府决策支撑',
    title: '举办会议赛事等活动',
    standard: '每年度举办 2 场以上数字化人才赛事、论坛、宣贯培训等活动',
    criterion: '活动场次',
    unit: '场',
  },
  {
    group: '产业生态与政府决策支撑',
    title: '人才实训培训',
    standard: '每年度工业互联网相关人才实训规模在 1000 人次以上',
    criterion: '实训规模',
    unit: '人次',
  },
  {
    group: '运营服务成效',
    title: '总体服务规模与成效',
    standard: '每年度为区域 200 家以上工业企业提供协同创新、产品推广、绩效评价、供需对接等服务',
    criterion: '服务企业',
    unit: '家',
  },
  {
    group: '运营服务成效',
    title: '中小企业服务规模与成效',
    standard: '生态合作伙伴或服务对象包含 500 家以上中小企业',
    criterion: '中小企业',
    unit: '家',
  },
];
