import type { ResourceRow } from '../rows.types.js';
import { type CenterSite, randomOf, yearsOf } from './center-site.js';
import { factorOf, levelOf } from './levels.js';
import { ResourceSource } from './resource-source.js';
import { stockHistory } from './stock-history.js';
import { subjectRow } from './subject-row.js';

/** Technical fields in which a center of full quality has products. */
const PRODUCT_FIELDS = 3;

/** The ledger of a center's resources over all years. */
export function resourcesOf(site: CenterSite): ResourceRow[] {
  const random = randomOf(site, 'resources');
  const source = new ResourceSource(site, random, productFieldsOf(site));
  return site.norms.stock.flatMap((norm, stock) =>
    stockHistory(random, norm, site.province.scale, yearsOf(site)).flatMap((holding, index): ResourceRow[] => {
      const next = source.next(norm);
      if (next === null) return [];
      const row = subjectRow(site, random, stock * 1000 + index, { ...next, date: holding.acquiredOn });
      return [Object.assign(row, { kind: norm.kind, partnerKind: next.partnerKind }, holding)];
    }),
  );
}

function productFieldsOf(site: CenterSite): number {
  const best = Math.max(...yearsOf(site).map(([, quality]) => levelOf(quality, 'products')));
  return Math.max(1, Math.round(PRODUCT_FIELDS * factorOf(best)));
}
