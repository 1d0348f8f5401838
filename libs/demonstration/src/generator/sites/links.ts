import type { LINKS } from '@shucu/plugin-sdk';
import type { Random, Weighted } from '../basis/random.js';

type Link = keyof typeof LINKS;

/** Words of a title that tell which link it is about. */
const SIGNS: readonly (readonly [sign: RegExp, link: Link])[] = [
  [/能耗|能效|能源|余热|排放/u, 'energy'],
  [/质量|检测|检验|缺陷/u, 'quality'],
  [/故障|寿命|维护|巡检|运维/u, 'maintenance'],
  [/安全|预警|异常/u, 'safety'],
  [/仓|冷链|堆场|库区|车队|立体库/u, 'warehousing'],
  [/采购|销售|订单|进销存/u, 'sales'],
  [/供应链|配套|外协/u, 'supplyChain'],
  [/规划|管理|绩效|贷款|融资|申报/u, 'management'],
  [/研发|建模|仿真|数字孪生|验证|试制|攻关/u, 'research'],
];
const OTHERWISE: Weighted<Link> = [
  ['production', 80],
  ['management', 20],
];

/** The link of the value chain (环节) that a title is about; mostly production when it does not say. */
export function linkOf(random: Random, title: string): Link {
  return SIGNS.find(([sign]) => sign.test(title))?.[1] ?? random.weighted(OTHERWISE);
}
