import { idOf } from '../basis/identifiers.js';
import { EVALUATED_YEARS } from '../demonstration-years.js';
import type { AccountRow, ExpertAssignmentRow } from '../rows.types.js';
import { assessmentIdOf } from './assessments.js';
import { type CenterSite, yearsOf } from './center-site.js';

/** Every expert in the group of the center, by the first officer, for the years in which it is evaluated (第十六条). */
export function expertAssignmentsOf(site: CenterSite, accounts: readonly AccountRow[]): ExpertAssignmentRow[] {
  const officer = accounts.find(({ role }) => role === 'provinceOfficer');
  if (!officer) throw new RangeError(`${site.province.code} has no officer`);
  const experts = accounts.filter(({ role }) => role === 'expert');
  const due = yearsOf(site).flatMap(([year]) => (EVALUATED_YEARS.includes(year) && isDue(site, year) ? [year] : []));
  return due.flatMap((year) =>
    experts.map(({ id: expertId }) => ({
      tenantId: site.tenantId,
      id: idOf(site.province.code, 'expert-assignment', site.definition.key, year, expertId),
      assessmentId: assessmentIdOf(site, year),
      year,
      centerId: site.centerId,
      expertId,
      assignedBy: officer.id,
      assignedAt: `${year + 1}-02-10T09:00:00+08:00`,
      declaredAt: `${year + 1}-02-11T09:00:00+08:00`,
    })),
  );
}

/** From the year after the announcement. */
function isDue({ definition: { announcedOn } }: CenterSite, year: number): boolean {
  return announcedOn !== null && Number(announcedOn.slice(0, 4)) < year;
}
