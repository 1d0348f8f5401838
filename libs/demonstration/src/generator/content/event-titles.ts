import type { Random } from '../basis/random.js';
import { industryByCode, scenesOf } from '../industries/industries.js';

/** Where an event belongs. */
export interface EventPlace {
  readonly year: number;
  /** From 1, within the type and year. */
  readonly number: number;
  readonly month: number;
  readonly province: string;
  readonly city: string;
  readonly industry: string;
  readonly partner: string;
}

type Title = (place: EventPlace & { readonly industryName: string }, random: Random) => string;

const QUARTERS = ['一', '二', '三', '四'] as const;

const TITLES: Readonly<Record<string, readonly Title[]>> = {
  matchmaking: [
    ({ year, number, industryName, city }) => `${year}年${industryName}行业数字化供需对接会（第${number}场·${city}）`,
    ({ year, month, industryName, province }) =>
      `${province}${industryName}企业与数字化服务商供需对接活动（${year}年第${quarter(month)}季度）`,
  ],
  forum: [
    ({ year, city, industryName }) => `${year}${city}工业互联网与${industryName}融合发展论坛`,
    ({ year, province, industryName }) => `${year}年${province}${industryName}数字化转型研讨会`,
  ],
  competition: [({ year, province }) => `${year}年${province}工业互联网应用创新大赛选拔赛`],
  publicity: [
    ({ year, month, city }) => `“智改数转网联”政策宣贯会（${city}站，${year}年${month}月）`,
    ({ year, month, industryName }) => `${industryName}行业数据安全与标识应用宣贯培训（${year}年${month}月）`,
  ],
  talentEvent: [
    ({ year, province }) => `${year}年${province}数字技能人才竞赛（工业互联网赛项）`,
    ({ year, city }) => `${year}年${city}智能制造青年工程师技能比武`,
  ],
  industryEducation: [
    ({ partner }) => `与${partner}共建工业互联网订单班`,
    ({ partner }) => `与${partner}共建数字化实习实训基地`,
    ({ partner }) => `与${partner}联合开发校企课程`,
    ({ partner }) => `与${partner}开展双师互聘`,
  ],
  openTopic: [
    ({ industry }, random) => `${random.pick(scenesOf(industry))}智能优化方法研究`,
    ({ industry }, random) => `${random.pick(scenesOf(industry))}数据建模与故障预测研究`,
    ({ industry }, random) => `面向${random.pick(scenesOf(industry))}的边缘智能技术研究`,
  ],
  decisionSupport: [
    ({ year, month, province, industryName }) => `${province}${industryName}产业运行监测简报（${year}年${month}月）`,
    ({ year, month, province }) => `${province}企业数字化转型成效监测报告（${year}年第${quarter(month)}季度）`,
  ],
  training: [
    ({ year, number, industryName }) => `${industryName}行业数字化技能实训（${year}年第${number}期）`,
    ({ year, number }) => `工业互联网运维工程师实训班（${year}年第${number}期）`,
    ({ year, number }) => `标识解析应用工程师培训班（${year}年第${number}期）`,
    ({ year, number }) => `企业数字化管理人员研修班（${year}年第${number}期）`,
    ({ year, number }) => `工业数据采集与边缘计算上机实训（${year}年第${number}期）`,
    ({ year, number }) => `工控安全操作人员培训（${year}年第${number}期）`,
  ],
};

/** A title for an event of this type. Throws for a type that is no event. */
export function eventTitle(random: Random, type: string, place: EventPlace): string {
  const titles = TITLES[type];
  if (titles === undefined) throw new RangeError(`no titles for ${type}`);
  return random.pick(titles)({ ...place, industryName: industryByCode(place.industry).name }, random);
}

function quarter(month: number): string {
  return QUARTERS[Math.ceil(month / 3) - 1] ?? '';
}
