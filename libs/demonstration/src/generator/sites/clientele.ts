import type { Random } from '../basis/random.js';
import { aboveScaleIn } from '../enterprises/above-scale.js';
import type { Enterprise } from '../enterprises/enterprise-pool.js';
import type { YearQuality } from '../provinces/province.types.js';
import { type CenterSite, randomOf, yearsOf } from './center-site.js';
import { factorOf, levelOf, quantityOf } from './levels.js';

/** Whom a center served in a year. */
export interface Clientele {
  readonly year: number;
  readonly clients: readonly Enterprise[];
  /** Those among them that took up a new product. */
  readonly productUsers: readonly Enterprise[];
  /** Credit codes of those that paid little or nothing. */
  readonly beneficiaries: ReadonlySet<string>;
}

/** Share of a year's clients that come again. */
const RETENTION = 0.4;
/** Share of the new products' users that a center finds in its first year. */
const FIRST_YEAR_USERS = 0.7;
/** Share of above-scale enterprises that an industry center must reach (附件（二）服务规模与成效). */
const COVERAGE_NORM = 0.105;
/** Share of above-scale enterprises among the clients of other centers. */
const ABOVE_SCALE_SHARE = 0.2;

/** The clients of every year: some come again, the rest are new. */
export function clienteleOf(site: CenterSite): readonly Clientele[] {
  const random = randomOf(site, 'clientele');
  const users = new Set<string>();
  let before: readonly Enterprise[] = [];
  return yearsOf(site).map(([year, quality], index) => {
    const clients = clientsOf(site, random, year, quality, before);
    before = clients;
    const share = index === 0 ? FIRST_YEAR_USERS : 1;
    const wanted = quantityOf(
      random,
      site.norms.productUsers * site.province.scale * share,
      levelOf(quality, 'products'),
    );
    const productUsers = clients
      .filter(({ creditCode }) => !users.has(creditCode))
      .slice(0, Math.max(0, wanted - users.size));
    for (const { creditCode } of productUsers) users.add(creditCode);
    return { year, clients, productUsers, beneficiaries: beneficiariesOf(site, random, quality, clients) };
  });
}

function clientsOf(
  site: CenterSite,
  random: Random,
  year: number,
  quality: YearQuality,
  before: readonly Enterprise[],
): Enterprise[] {
  const { norms, province } = site;
  const level = levelOf(quality, 'clients');
  const total = quantityOf(random, norms.clients * province.scale, level);
  const reachable = reachableOf(site, random, quality);
  const large = reachable.filter(({ aboveScale }) => aboveScale);
  const small = reachable.filter(({ aboveScale }) => !aboveScale);
  const chosen = chosenFrom(random, large, aboveScaleTarget(site, year, total, level), before);
  return random.shuffled([...chosen, ...chosenFrom(random, small, total - chosen.length, before)]);
}

function aboveScaleTarget({ definition, province }: CenterSite, year: number, total: number, level: number): number {
  if (!definition.industry) return Math.round(total * ABOVE_SCALE_SHARE);
  return Math.ceil(
    aboveScaleIn(province.aboveScaleEnterprises, definition.industry, year) * COVERAGE_NORM * factorOf(level),
  );
}

function reachableOf({ definition, province, norms, enterprises }: CenterSite, random: Random, quality: YearQuality) {
  const others = random.shuffled(province.regions.map(({ key }) => key).filter((key) => key !== definition.region));
  const reach = Math.max(1, quantityOf(random, norms.reach, levelOf(quality, 'application')));
  const regions = new Set([definition.region, ...others.slice(0, reach - 1)]);
  return enterprises.filter(
    ({ industry, region, sme }) =>
      (definition.industry ? industry === definition.industry : regions.has(region)) && (sme || !norms.smesOnly),
  );
}

function chosenFrom(
  random: Random,
  candidates: readonly Enterprise[],
  count: number,
  before: readonly Enterprise[],
): Enterprise[] {
  const known = new Set(before);
  const again = random.sample(
    candidates.filter((one) => known.has(one)),
    Math.round(count * RETENTION),
  );
  const fresh = random.sample(
    candidates.filter((one) => !known.has(one)),
    count - again.length,
  );
  return [...again, ...fresh];
}

function beneficiariesOf(
  { norms, province }: CenterSite,
  random: Random,
  quality: YearQuality,
  clients: readonly Enterprise[],
): ReadonlySet<string> {
  const smes = clients.filter(({ sme }) => sme);
  const wanted = quantityOf(random, norms.beneficiaries * province.scale, levelOf(quality, 'application'));
  return new Set(random.sample(smes, wanted).map(({ creditCode }) => creditCode));
}
