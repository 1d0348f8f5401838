import type { Random } from '../basis/random.js';
import type { ServiceRecordRow } from '../rows.types.js';
import { type CenterSite, randomOf, yearsOf } from './center-site.js';
import { clientServices, type ServiceDraft } from './client-services.js';
import { clienteleOf } from './clientele.js';
import { eventServices } from './event-services.js';
import { subjectRow } from './subject-row.js';

/** All service records of a center, by date. */
export function serviceRecordsOf(site: CenterSite): ServiceRecordRow[] {
  const clienteles = clienteleOf(site);
  return yearsOf(site).flatMap(([year, quality]) => {
    const random = randomOf(site, `services/${year}`);
    const clientele = clienteles.find((one) => one.year === year);
    const drafts = [
      ...(clientele ? clientServices(site, random, clientele) : []),
      ...eventServices(site, random, year, quality),
    ].sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
    return drafts.map((draft, index) => rowOf(site, random, year, index, draft));
  });
}

function rowOf(site: CenterSite, random: Random, year: number, number: number, draft: ServiceDraft): ServiceRecordRow {
  const { word: type, date: servedOn, headcount, amount } = draft;
  // Assigned rather than spread: a million rows are drawn for measurements, and spreading wide objects is slow.
  return Object.assign(subjectRow(site, random, number, draft), { year, type, servedOn, headcount, amount });
}
