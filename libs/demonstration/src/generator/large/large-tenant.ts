import { EVALUATED_YEARS, RECORDED_YEARS } from '../demonstration-years.js';
import type { DemoTenant, ServiceRecordRow } from '../rows.types.js';
import { assessmentsOf, scoreSheetsOf } from '../sites/assessments.js';
import type { CenterSite } from '../sites/center-site.js';
import { expertAssignmentsOf } from '../sites/expert-assignments.js';
import { expertScoresOf, type JudgedCriteria } from '../sites/expert-scores.js';
import { resourcesOf } from '../sites/resources.js';
import { serviceRecordsOf } from '../sites/service-records.js';
import { sitesOf } from '../sites/sites.js';
import { yearlyFactsOf } from '../sites/yearly-facts.js';
import { expertProfilesOf } from '../tenant/expert-profiles.js';
import { referenceFiguresOf } from '../tenant/reference-figures.js';
import { tenantFrame } from '../tenant/tenant-frame.js';
import { type CopyBatch, CopyBatches } from './copy-batches.js';
import { largeProvince } from './large-province.js';

export interface LargeTenantOptions {
  readonly seed: string;
  readonly centers: number;
  /** Service records in all, spread evenly over the centers. */
  readonly records: number;
  readonly criteria: JudgedCriteria;
}

/** A tenant whose records are too many to hold at once; its sheets are sealed by `sealScoreSheets` when all scores are written. */
export interface LargeTenant extends Omit<DemoTenant, 'serviceRecords' | 'resources' | 'expertScores'> {
  /** Service records, resources and experts' scores in batches of 5,000 rows at most; a few centers are in memory at a time. */
  batches(): Generator<CopyBatch>;
}

const BATCH_SIZE = 5_000;
/** More services than wanted are drawn and then thinned out, so that chance never leaves too few. */
const SURPLUS = 1.3;

/** A province for measurements: the same seed gives the same rows. Throws when its enterprises cannot take so many services. */
export function generateLargeTenant({ seed, centers, records, criteria }: LargeTenantOptions): LargeTenant {
  const province = largeProvince(centers);
  const frame = tenantFrame(province, seed);
  const sites = sitesOf(province, seed);
  const groups = sites.map((site) => ({ site, assignments: expertAssignmentsOf(site, frame.accounts) }));
  return {
    ...frame,
    yearlyFacts: sites.flatMap(yearlyFactsOf),
    expertProfiles: expertProfilesOf(frame.accounts, seed),
    assessments: groups.flatMap(({ site, assignments }) => assessmentsOf(site, frame.ruleSets, assignments)),
    expertAssignments: groups.flatMap(({ assignments }) => assignments),
    scoreSheets: groups.flatMap(({ assignments }) => scoreSheetsOf(assignments)),
    referenceFigures: referenceFiguresOf(province),
    evaluatedYears: EVALUATED_YEARS,
    *batches() {
      const batches = new CopyBatches(BATCH_SIZE);
      for (const [index, { site, assignments }] of groups.entries()) {
        const wanted = Math.floor(((index + 1) * records) / centers) - Math.floor((index * records) / centers);
        yield* batches.add('service_record', thinned(serviceRecordsOf(busier(site, wanted)), wanted));
        yield* batches.add('resource', resourcesOf(site));
        const { category, variant } = site.definition;
        yield* batches.add('expert_score', expertScoresOf(site, criteria(category, variant), assignments));
      }
      yield* batches.rest();
    },
  };
}

/** The same center with so many services a client that the wanted number is exceeded. */
function busier(site: CenterSite, wanted: number): CenterSite {
  const lowest = Math.min(...RECORDED_YEARS.map((year) => site.definition.years[year]?.base ?? 1));
  const yearly = wanted / RECORDED_YEARS.length;
  const servicesPerClient = Math.max(1, (SURPLUS * yearly) / (site.norms.clients * lowest));
  return { ...site, norms: { ...site.norms, servicesPerClient } };
}

/** Exactly so many of the records, evenly over the years. */
function thinned(records: readonly ServiceRecordRow[], wanted: number): ServiceRecordRow[] {
  if (records.length < wanted) throw new RangeError(`${records.length} records were drawn where ${wanted} are wanted`);
  const place = (index: number): number => Math.floor((index * wanted) / records.length);
  return records.filter((_, index) => place(index + 1) > place(index));
}
