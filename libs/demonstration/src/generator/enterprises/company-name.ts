import type { Random, Weighted } from '../basis/random.js';
import { HOUSE_NAMES } from '../names/house-names.js';
import type { County, RegionDefinition } from '../provinces/province.types.js';

const FORMS: Weighted<string> = [
  ['有限公司', 62],
  ['有限责任公司', 26],
  ['科技有限公司', 12],
];
const FORMS_OF_LARGE: Weighted<string> = [
  ['有限公司', 38],
  ['有限责任公司', 30],
  ['股份有限公司', 20],
  ['集团有限公司', 12],
];

/** Where a company is registered. */
export interface Seat {
  readonly province: string;
  readonly region: RegionDefinition;
  readonly county: County;
}

/** A company's name: place, house name, trade, legal form, e.g. 甘谷鑫源机床有限公司. */
export function companyName(random: Random, seat: Seat, trade: string, large: boolean): string {
  const form = random.weighted(large ? FORMS_OF_LARGE : FORMS);
  const ending = /(科技|技术)$/u.test(trade) ? form.replace('科技', '') : form;
  return placeOf(random, seat) + random.pick(HOUSE_NAMES) + trade + ending;
}

function placeOf(random: Random, { province, region, county }: Seat): string {
  return random.weighted([
    [province, 26],
    [region.shortName, 40],
    [countyPlace(county, region), 34],
  ]);
}

/** Companies of a district bear the city's name, those of a county its own, without 县 unless a single character were left. */
function countyPlace({ name }: County, { shortName }: RegionDefinition): string {
  if (/[区镇]$/u.test(name)) return shortName;
  const short = name.slice(0, -1);
  return short.length < 2 || short === '合作' ? name : short;
}
