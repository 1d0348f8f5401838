import { type ApplicationContent, contentDifferences } from '@shucu/applications';
import type { ReviewKind } from '../application-review.entity.js';

/** What the bureau verifies in its preliminary review: the figures, what bears them out, and what decides which are asked for. */
const VERIFIED = [/^claimed\./, /^facts\./, /^evidence\.indicator:/, /^variant$/, /^industry$/, /^category$/];

/** What the bureau sees on site. */
const VISITED = [/^plan\./, /^form\.address$/, /^evidence\.plan$/];

/** What a correction is about: where the office remarked something, and where the applicant changed something. */
export interface Touched {
  readonly remarked: readonly string[];
  readonly changed: readonly string[];
}

/** The places that a correction touches, by the content that was returned and the one that comes back. */
export function touchedBy(
  remarks: readonly { readonly place: string }[],
  before: ApplicationContent,
  after: ApplicationContent,
): Touched {
  return {
    remarked: remarks.map(({ place }) => place),
    changed: contentDifferences(before, after, (id) => id).map(({ field }) => field),
  };
}

/** Whether the place belongs to what was seen on site. */
export function isVisited(place: string): boolean {
  return VISITED.some((pattern) => pattern.test(place));
}

/** Whether the bureau's review speaks of the place: of its figures or of what it saw. */
export function isReviewed(place: string): boolean {
  return isVisited(place) || VERIFIED.some((pattern) => pattern.test(place));
}

/** Which approvals a correction makes void; visits apart. */
export interface Consequences {
  readonly kinds: readonly ReviewKind[];
  readonly visits: boolean;
}

/**
 * The bureau's review and recommendation fall with a figure that they verified or a section that they saw; the formal review with any
 * change, and with a return to the bureau.
 */
export function consequencesOf({ remarked, changed }: Touched): Consequences {
  const places = [...remarked, ...changed];
  const bureau = places.some(isReviewed);
  return {
    kinds: [
      ...(bureau ? (['preliminary', 'recommendation'] as const) : []),
      ...(bureau || changed.length > 0 ? (['formal'] as const) : []),
    ],
    visits: places.some(isVisited),
  };
}
