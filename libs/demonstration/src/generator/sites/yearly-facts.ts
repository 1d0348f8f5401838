import type { YearlyFactRow } from '../rows.types.js';
import { type CenterSite, randomOf, yearsOf } from './center-site.js';
import { levelOf, quantityOf } from './levels.js';

/** From this level on a platform is built and operating. */
const OPERATING_FROM = 0.55;

/** What a center declared each year. */
export function yearlyFactsOf(site: CenterSite): YearlyFactRow[] {
  const random = randomOf(site, 'facts');
  return yearsOf(site).flatMap(([year, quality]) =>
    site.norms.facts.map(({ name, figure }) => {
      const level = levelOf(quality, 'operation');
      const value = figure === 'yesNo' ? Number(level >= OPERATING_FROM) : quantityOf(random, figure, level);
      return {
        tenantId: site.tenantId,
        centerId: site.centerId,
        year,
        name,
        value: String(value),
        createdBy: site.operatorId,
      };
    }),
  );
}
