import { creditCode } from '../basis/credit-code.js';
import { Random } from '../basis/random.js';
import { industryByCode } from '../industries/industries.js';
import type { Trade } from '../industries/industry.types.js';
import type { ProvinceDefinition, RegionDefinition } from '../provinces/province.types.js';
import { companyName } from './company-name.js';

/** A company that centers can serve. */
export interface Enterprise {
  readonly creditCode: string;
  readonly name: string;
  readonly industry: string;
  readonly trade: Trade;
  /** Key of its region. */
  readonly region: string;
  /** Division code under which services to it are recorded. */
  readonly recordedAs: string;
  readonly sme: boolean;
  readonly aboveScale: boolean;
}

/** Share of an industry's companies above designated size; never more than half of what the province counts. */
const ABOVE_SCALE_SHARE = 0.3;
/** How much more frequent an industry is where it is a strength. */
const STRENGTH_FACTOR = 10;

/** The companies of a province: names and credit codes are unique. */
export function enterprisesOf(province: ProvinceDefinition, seed: string): readonly Enterprise[] {
  const names = new Set<string>();
  const codes = new Set<string>();
  return Object.entries(province.enterprises).flatMap(([industry, count]) => {
    const random = new Random(`${seed}/${province.code}/enterprises/${industry}`);
    const large = Math.min(count * ABOVE_SCALE_SHARE, (province.aboveScaleEnterprises[industry] ?? 0) / 2);
    return Array.from({ length: count }, (_, index) => {
      for (;;) {
        const found = enterpriseOf(random, province, industry, index < large);
        if (names.has(found.name) || codes.has(found.creditCode)) continue;
        names.add(found.name);
        codes.add(found.creditCode);
        return found;
      }
    });
  });
}

function enterpriseOf(random: Random, province: ProvinceDefinition, industry: string, aboveScale: boolean): Enterprise {
  const region = random.weighted(province.regions.map((one) => [one, weightOf(one, industry)] as const));
  const county = random.pick(region.counties);
  const trade = random.pick(industryByCode(industry).trades);
  return {
    creditCode: creditCode(random, '91', county.code),
    name: companyName(random, { province: province.shortName, region, county }, trade.name, aboveScale),
    industry,
    trade,
    region: region.key,
    recordedAs: region.recordedAs,
    sme: !aboveScale || random.chance(0.84),
    aboveScale,
  };
}

function weightOf({ weight, strengths }: RegionDefinition, industry: string): number {
  return strengths.includes(industry) ? weight * STRENGTH_FACTOR : weight;
}
