import { sha256 } from '@shucu/kernel';
import type { Employer } from '../group/expert-profile.entity.js';
import type { BarredOrganization, DrawCandidate, DrawConstraints, DrawOutcome, Exclusion } from './draw.types.js';

/** Names the procedure in every ticket, so that another one can never be mistaken for it. */
const PROCEDURE = 'shucu.draw.v1';

/**
 * Draws `size` experts at random, reproducibly: each candidate's ticket is SHA-256 of procedure, seed and id (one a line), and of those
 * whom no constraint excludes the lowest tickets win. The same seed gives the same group in whatever order the candidates come;
 * who is excluded later only lets the next ticket move up, so a replacement is the continuation of the same draw.
 */
export function draw(
  candidates: readonly DrawCandidate[],
  constraints: DrawConstraints,
  seed: string,
  size: number,
): DrawOutcome {
  const exclusions: { id: string; reason: Exclusion }[] = [];
  const tickets: { id: string; ticket: string }[] = [];
  for (const candidate of [...candidates].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const reason = exclusionOf(candidate, constraints);
    if (reason) exclusions.push({ id: candidate.id, reason });
    else tickets.push({ id: candidate.id, ticket: sha256(`${PROCEDURE}\n${seed}\n${candidate.id}`) });
  }
  tickets.sort((a, b) => (a.ticket < b.ticket ? -1 : 1));
  return { drawn: tickets.slice(0, size).map(({ id }) => id), exclusions, eligible: tickets.length };
}

/** Whether somebody works or has worked for one of the organizations. */
export function isEmployedBy(
  candidate: Pick<DrawCandidate, 'employers'>,
  organizations: readonly BarredOrganization[],
): boolean {
  return barredEmployers(candidate, organizations).length > 0;
}

function exclusionOf(candidate: DrawCandidate, constraints: DrawConstraints): Exclusion | null {
  if (!candidate.active) return 'inactive';
  if (candidate.inGroup) return 'inGroup';
  const barred = barredEmployers(candidate, constraints.organizations);
  if (barred.some(({ to }) => to === null)) return 'employer';
  if (barred.length > 0) return 'earlierWork';
  if (candidate.declaredConflict) return 'declaredConflict';
  if (constraints.regionId !== null && candidate.regionId === constraints.regionId) return 'region';
  const { fields } = constraints;
  if (fields.length > 0 && !candidate.fields.some((field) => fields.includes(field))) return 'field';
  return candidate.workload >= candidate.limit ? 'workload' : null;
}

function barredEmployers(
  { employers }: Pick<DrawCandidate, 'employers'>,
  organizations: readonly BarredOrganization[],
): readonly Employer[] {
  return employers.filter(({ name, creditCode }) =>
    organizations.some(
      (own) => (creditCode !== null && creditCode === own.creditCode) || plainName(name) === plainName(own.name),
    ),
  );
}

/** One spelling of a name for all widths, spaces and brackets in which it is written. */
function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s\p{P}]/gu, '')
    .toLowerCase();
}
