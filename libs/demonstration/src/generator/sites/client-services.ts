import type { Random } from '../basis/random.js';
import { serviceDate } from '../basis/working-days.js';
import { serviceTitle } from '../content/service-titles.js';
import type { Enterprise } from '../enterprises/enterprise-pool.js';
import type { ServiceRecordRow } from '../rows.types.js';
import type { CenterSite } from './center-site.js';
import type { Clientele } from './clientele.js';
import { linkOf } from './links.js';
import type { SubjectDraft } from './subject-row.js';

/** A service record before it becomes a row. */
export interface ServiceDraft extends SubjectDraft, Pick<ServiceRecordRow, 'headcount' | 'amount'> {}

/** What a service of a type costs or brings about, in thousands of yuan, from and to. */
const AMOUNTS: Readonly<Record<string, readonly [number, number]>> = {
  diagnosis: [5, 60],
  consulting: [10, 150],
  evaluation: [5, 50],
  promotion: [2, 60],
  testing: [3, 40],
  verification: [20, 300],
  collaboration: [50, 600],
  incubation: [20, 240],
  orderMatchmaking: [120, 4200],
  financeMatchmaking: [300, 8000],
  platformService: [1, 30],
};
/** Types whose amount is moved between companies, not charged: a discount does not lower it. */
const BROKERED = ['orderMatchmaking', 'financeMatchmaking'];
/** Share of a beneficiary's later services that are discounted too; the first one always is. */
const DISCOUNTED_SHARE = 0.6;

/** All services of a year to single enterprises. */
export function clientServices(site: CenterSite, random: Random, clientele: Clientele): ServiceDraft[] {
  const most = Math.round(site.norms.servicesPerClient * 2) - 1;
  const regular = clientele.clients.flatMap((client) => {
    const benefits = clientele.beneficiaries.has(client.creditCode);
    return Array.from({ length: random.integer(1, most) }, (_, index) => {
      const discounted = benefits && (index === 0 || random.chance(DISCOUNTED_SHARE));
      return draftOf(site, random, clientele.year, client, random.weighted(site.norms.mix), discounted);
    });
  });
  const promotions = clientele.productUsers.map((client) =>
    draftOf(site, random, clientele.year, client, 'promotion', true),
  );
  return [...regular, ...promotions];
}

function draftOf(
  site: CenterSite,
  random: Random,
  year: number,
  client: Enterprise,
  type: string,
  discounted: boolean,
): ServiceDraft {
  const title = serviceTitle(random, type, client.trade.scenes);
  return {
    date: serviceDate(random, year),
    word: type,
    title,
    region: client.recordedAs,
    industry: client.industry,
    link: linkOf(random, title),
    field: random.chance(0.7) ? site.definition.field : null,
    enterprise: client.creditCode,
    enterpriseName: client.name,
    sme: client.sme,
    aboveScale: client.aboveScale,
    discounted,
    headcount: random.integer(1, 12),
    amount: amountOf(random, type, discounted),
  };
}

function amountOf(random: Random, type: string, discounted: boolean): string {
  const range = AMOUNTS[type];
  if (range === undefined) return '0.00';
  const [from, to] = range;
  // Squared: small amounts are far more frequent than large ones.
  const thousands = from + (to - from) * random.fraction() ** 2;
  const rounded = Math.round(thousands * 10) * 100;
  if (!discounted || BROKERED.includes(type)) return `${rounded}.00`;
  return random.chance(0.6) ? '0.00' : `${Math.round(rounded * 0.3)}.00`;
}
