import type { Random } from '../basis/random.js';
import { industryByCode, scenesOf } from '../industries/industries.js';

/** 〈场〉 stands for a scene of the industry, 〈业〉 for the industry's name. */
const TITLES: Readonly<Record<string, readonly string[]>> = {
  patent: [
    '一种〈场〉的异常工况预警方法',
    '一种用于〈场〉的数据采集装置',
    '一种〈场〉能耗优化控制方法',
    '一种〈场〉状态监测系统',
    '基于边缘计算的〈场〉故障诊断方法及系统',
    '一种〈场〉数字孪生建模方法',
    '一种面向〈场〉的标识关联方法',
  ],
  softwareCopyright: [
    '〈场〉运行监测软件V1.0',
    '〈场〉能源管理系统V2.0',
    '〈场〉智能巡检软件V1.0',
    '〈场〉质量追溯系统V1.0',
    '〈业〉行业设备管理平台V1.2',
    '〈场〉数据采集与可视化软件V1.0',
    '〈场〉智能排产软件V1.1',
  ],
  standard: [
    '《〈业〉行业工业互联网标识编码规则》',
    '《〈业〉行业数据采集与接入规范》',
    '《〈业〉企业数字化转型成熟度评价指南》',
    '《〈场〉数字化监测技术要求》',
    '《〈场〉数据字典》',
  ],
  technicalAchievement: ['〈场〉智能控制技术', '〈场〉预测性维护技术', '〈场〉数字孪生技术', '〈场〉能效优化技术'],
  model: ['〈场〉能耗预测模型', '〈场〉故障预测模型', '〈场〉工艺机理模型', '〈场〉质量预测模型', '〈场〉三维数字模型'],
  algorithm: [
    '〈场〉异常检测算法',
    '〈场〉参数寻优算法',
    '〈场〉视觉识别算法',
    '〈场〉负荷预测算法',
    '〈场〉剩余寿命预测算法',
  ],
  tool: ['〈场〉数据采集工具', '〈场〉协议解析工具', '〈场〉建模工具', '〈场〉诊断工具包', '〈场〉可视化组态工具'],
  dataset: [
    '〈场〉运行数据集',
    '〈场〉故障样本数据集',
    '〈场〉能耗数据集',
    '〈场〉质量检测图像数据集',
    '〈场〉报警事件数据集',
  ],
  scenario: ['〈场〉智能巡检应用场景', '〈场〉远程运维应用场景', '〈场〉安全预警应用场景', '〈场〉能效管控应用场景'],
  solution: [
    '〈场〉数字化改造解决方案',
    '〈场〉“小快轻准”解决方案',
    '〈业〉企业上云解决方案',
    '〈场〉能耗管理解决方案',
    '〈场〉质量追溯解决方案',
    '〈业〉行业进销存一体化解决方案',
    '〈场〉设备联网解决方案',
  ],
  product: [
    '〈场〉边缘采集终端',
    '〈场〉智能监测一体机',
    '〈场〉工业智能应用',
    '〈场〉标识载体与读写终端',
    '〈场〉安全网关',
  ],
  course: [
    '工业互联网平台应用基础',
    '标识解析技术与应用',
    '〈场〉数据采集实训',
    '工业数据分析与建模',
    '〈业〉企业数字化转型案例',
    '工控系统安全防护',
    '智能产线运维实训',
    '〈场〉数字孪生仿真',
  ],
  facility: [
    '“5G＋工业互联网”实训室',
    '〈场〉仿真验证环境',
    '工业网络与标识测试床',
    '工控安全攻防靶场',
    '工业软件适配验证中心',
    '〈场〉中试平台',
    '数字孪生实验室',
  ],
  infrastructure: [
    '工业互联网标识解析二级节点（〈业〉行业）',
    '〈业〉行业工业互联网平台',
    '园区5G工业专网',
    '边缘算力节点',
    '园区工业光网',
    '工业数据可信存储服务',
  ],
  inclusiveMeasure: [
    '中小企业免费诊断服务办法',
    '轻量化应用免费试用措施',
    '算力与网络资源低价使用办法',
    '数字化人才共享服务办法',
    '中小企业上云服务券实施办法',
    '软件租用价格优惠措施',
  ],
};

/** A title for a thing of this kind, not yet among `taken`, which it joins. Throws for a kind that has a name of its own. */
export function resourceTitle(random: Random, kind: string, industry: string, taken: Set<string>): string {
  const titles = TITLES[kind];
  if (titles === undefined) throw new RangeError(`no titles for ${kind}`);
  const draw = (): string =>
    random
      .pick(titles)
      .replace('〈场〉', random.pick(scenesOf(industry)))
      .replace('〈业〉', industryByCode(industry).name);
  let title = draw();
  for (let attempt = 0; taken.has(title) && attempt < 20; attempt += 1) title = draw();
  let unique = title;
  for (let edition = 2; taken.has(unique); edition += 1) unique = `${title}（${edition}）`;
  taken.add(unique);
  return unique;
}
