import { creditCode } from '../basis/credit-code.js';
import { Random } from '../basis/random.js';
import type { ProvinceDefinition } from '../provinces/province.types.js';

/** A company that supplies digital technology, from the province or from elsewhere. */
export interface Supplier {
  readonly creditCode: string;
  readonly name: string;
  readonly recordedAs: string;
  readonly sme: boolean;
  /** What it supplies. */
  readonly supply: string;
}

const CITIES_ELSEWHERE = [
  ['110108', '北京'],
  ['310115', '上海'],
  ['610113', '西安'],
  ['510107', '成都'],
  ['330108', '杭州'],
  ['440305', '深圳'],
  ['320115', '南京'],
  ['420111', '武汉'],
  ['370112', '济南'],
] as const;
const HOUSE_NAMES =
  '智联 云途 数维 慧通 云帆 数智 智创 联智 博云 晟云 飞数 锐联 安盾 中数 云启 智汇 云岭 数擎 慧联 控达 睿工 工联 云犀 迅联 铭云 智衡'.split(
    ' ',
  );
const TRADES = [
  ['工业软件', '工业软件'],
  ['信息技术', '信息化系统集成'],
  ['物联网科技', '物联网设备与接入'],
  ['云计算', '云服务与算力'],
  ['自动化技术', '自动化控制系统'],
  ['网络安全技术', '工控安全产品与服务'],
  ['数据技术', '数据治理与分析'],
  ['智能装备', '智能装备'],
  ['通信技术', '工业网络设备'],
  ['标识技术', '标识载体与解析服务'],
] as const;
const COUNT = 220;
/** Share of suppliers that sit in the province itself. */
const LOCAL_SHARE = 0.4;

/** The suppliers that centers of a province work with. */
export function suppliersOf(province: ProvinceDefinition, seed: string): readonly Supplier[] {
  const random = new Random(`${seed}/${province.code}/suppliers`);
  const found = new Map<string, Supplier>();
  while (found.size < COUNT) {
    const supplier = supplierOf(random, province);
    if (!found.has(supplier.name)) found.set(supplier.name, supplier);
  }
  return [...found.values()];
}

function supplierOf(random: Random, province: ProvinceDefinition): Supplier {
  const capital = province.regions[0];
  const local = capital !== undefined && random.chance(LOCAL_SHARE);
  const [division, city] = local
    ? [capital.counties[0]?.code ?? capital.recordedAs, random.pick([capital.shortName, province.shortName])]
    : random.pick(CITIES_ELSEWHERE);
  const [trade, supply] = random.pick(TRADES);
  const form = random.weighted([
    ['有限公司', 80],
    ['股份有限公司', 20],
  ]);
  return {
    creditCode: creditCode(random, '91', division),
    name: `${city}${random.pick(HOUSE_NAMES)}${trade}${form}`,
    recordedAs: `${division.slice(0, 4)}00`,
    sme: random.chance(0.85),
    supply,
  };
}
