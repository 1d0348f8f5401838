import type { Random } from '../basis/random.js';

/** Titles of services to one enterprise; 〈场〉 stands for a scene of its trade. */
const TITLES: Readonly<Record<string, readonly string[]>> = {
  diagnosis: [
    '数字化转型现状诊断',
    '智能制造能力成熟度诊断',
    '〈场〉数字化改造诊断',
    '〈场〉能耗诊断',
    '工业互联网标识应用成熟度评估',
    '设备联网与数据采集现状诊断',
    '工控安全防护能力诊断',
    '两化融合水平诊断',
  ],
  consulting: [
    '数字化转型规划咨询',
    '〈场〉智能化改造方案咨询',
    '数字化车间建设规划',
    '〈场〉数据治理咨询',
    '“智改数转网联”项目申报咨询',
    '信息系统集成方案咨询',
  ],
  evaluation: ['数字化转型绩效评估', '〈场〉改造成效评估', '上云上平台成效评估', '技术改造项目数字化绩效评估'],
  promotion: [
    '轻量化生产管理系统推广应用',
    '〈场〉在线监测产品推广应用',
    '设备云运维应用免费开通',
    '工业标识赋码服务开通',
    '能耗在线监测系统推广应用',
    '质量追溯轻应用推广',
  ],
  testing: [
    '工业应用软件功能与性能测试',
    '〈场〉监测系统检测',
    '工业网关兼容性测试',
    '工控系统安全检测',
    '数据接口一致性测试',
  ],
  verification: ['“5G＋〈场〉”融合应用验证', '〈场〉边缘智能验证', '标识解析与〈场〉融合验证', '〈场〉数字孪生验证'],
  collaboration: [
    '〈场〉智能控制联合攻关',
    '〈场〉数字孪生联合研发',
    '〈场〉工艺优化协同创新',
    '〈场〉预测性维护联合研发',
  ],
  incubation: [
    '〈场〉监测终端样机试制',
    '〈场〉轻量化软件孵化',
    '〈场〉边缘控制器小批量试制',
    '〈场〉工业应用开发支持',
  ],
  matchmakingService: ['数字化服务商精准对接', '〈场〉改造需求对接', '工业软件选型对接', '“链主”企业配套需求对接'],
  orderMatchmaking: ['产业链配套订单对接', '集中采购订单对接', '“链主”企业外协加工订单对接', '省内协作配套订单对接'],
  financeMatchmaking: [
    '技术改造专项贷款对接',
    '知识产权质押融资对接',
    '数字化转型贷授信对接',
    '设备更新贴息贷款对接',
    '供应链金融服务对接',
  ],
  platformService: [
    '〈场〉设备接入平台服务',
    '标识解析二级节点接入',
    '算力资源使用服务',
    '工业互联网平台会员服务',
    '“5G＋工业互联网”专网开通',
  ],
};

/** A title for a service of this type about one of the scenes. Throws for a type that is no service to one enterprise. */
export function serviceTitle(random: Random, type: string, scenes: readonly string[]): string {
  const titles = TITLES[type];
  if (titles === undefined) throw new RangeError(`no titles for ${type}`);
  return random.pick(titles).replace('〈场〉', random.pick(scenes));
}
