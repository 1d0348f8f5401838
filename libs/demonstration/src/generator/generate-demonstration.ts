import { EVALUATED_YEARS } from './demonstration-years.js';
import { GANSU } from './provinces/gansu.province.js';
import { NINGXIA } from './provinces/ningxia.province.js';
import type { ProvinceDefinition } from './provinces/province.types.js';
import type { DemoTenant } from './rows.types.js';
import { assessmentsOf, scoreSheetsOf } from './sites/assessments.js';
import { expertAssignmentsOf } from './sites/expert-assignments.js';
import { expertScoresOf, type JudgedCriteria } from './sites/expert-scores.js';
import { resourcesOf } from './sites/resources.js';
import { serviceRecordsOf } from './sites/service-records.js';
import { sitesOf } from './sites/sites.js';
import { yearlyFactsOf } from './sites/yearly-facts.js';
import { expertProfilesOf } from './tenant/expert-profiles.js';
import { referenceFiguresOf } from './tenant/reference-figures.js';
import { tenantFrame } from './tenant/tenant-frame.js';

/** The seed whose ratings are known: all four grades, one center failing twice, one rated for the first time. */
export const DEMONSTRATION_SEED = 'shucu';

/** The seed and, for experts' scores, what the installed plugins have judged. */
export interface DemonstrationOptions {
  readonly seed: string;
  readonly criteria: JudgedCriteria;
}

/** The demonstration provinces Gansu and Ningxia as plain rows: the same seed and criteria give the same rows, ids included. */
export function generateDemonstration({ seed, criteria }: DemonstrationOptions): DemoTenant[] {
  return [GANSU, NINGXIA].map((province) => tenantOf(province, seed, criteria));
}

function tenantOf(province: ProvinceDefinition, seed: string, criteria: JudgedCriteria): DemoTenant {
  const frame = tenantFrame(province, seed);
  const sites = sitesOf(province, seed);
  const judged = sites.map((site) => {
    const assignments = expertAssignmentsOf(site, frame.accounts);
    const scores = expertScoresOf(site, criteria(site.definition.category, site.definition.variant), assignments);
    return { assignments, scores, assessments: assessmentsOf(site, frame.ruleSets, assignments, scores) };
  });
  return {
    ...frame,
    serviceRecords: sites.flatMap(serviceRecordsOf),
    resources: sites.flatMap(resourcesOf),
    yearlyFacts: sites.flatMap(yearlyFactsOf),
    referenceFigures: referenceFiguresOf(province),
    expertProfiles: expertProfilesOf(frame.accounts, seed),
    assessments: judged.flatMap(({ assessments }) => assessments),
    expertAssignments: judged.flatMap(({ assignments }) => assignments),
    scoreSheets: judged.flatMap(({ assignments }) => scoreSheetsOf(assignments)),
    expertScores: judged.flatMap(({ scores }) => scores),
    evaluatedYears: EVALUATED_YEARS,
  };
}
