import type { Deadline } from '@shucu/deadlines';
import type { ApplicationReview } from '../application-review.entity.js';
import type { Correction, CorrectionRemark } from '../corrections/correction.entity.js';
import type { ChecklistItem } from '../formal/checklist.js';
import type { Suggestion } from '../formal/suggestion.js';
import type { SiteVisit } from '../preliminary/site-visit.entity.js';

/** One step: what, by whom, when, why, on which article. */
export interface CourseStep {
  readonly id: string;
  readonly transition: string;
  readonly title: string;
  readonly fromState: string | null;
  readonly toState: string;
  /** Nobody where the platform took it by itself. */
  readonly by: string | null;
  readonly reason: string | null;
  readonly article: string | null;
  readonly takenAt: Date;
}

export interface CourseReview extends Omit<ApplicationReview, 'tenantId' | 'applicationId'> {
  readonly by: string | null;
}

export interface CourseVisit extends Omit<SiteVisit, 'tenantId' | 'applicationId'> {
  readonly by: string | null;
  readonly photos: readonly { readonly fileId: string; readonly name: string; readonly sha256: string }[];
}

export interface CourseRemark extends Omit<CorrectionRemark, 'tenantId' | 'correctionId' | 'answeredBy'> {
  /** What the place is called. */
  readonly title: string;
  readonly titleEn: string;
  readonly answeredBy: string | null;
}

export interface CourseCorrection extends Omit<Correction, 'tenantId' | 'applicationId'> {
  readonly by: string | null;
  readonly remarks: readonly CourseRemark[];
}

export type CourseDeadline = Pick<
  Deadline,
  'id' | 'kind' | 'title' | 'dueOn' | 'arithmetic' | 'article' | 'state' | 'late' | 'setAt' | 'settledAt'
>;

/** A figure as the applicant stated it, the bureau verified it and the experts confirmed it. */
export interface ComparedValue {
  readonly measure: string;
  readonly title: string;
  readonly unit: string;
  readonly claimed: string | null;
  readonly verified: string | null;
  readonly remark: string | null;
  readonly confirmed: string | null;
  readonly note: string | null;
}

/** Everything that happened to an application, for whoever may follow it; experts are not named. */
export interface Course {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly version: number;
  readonly route: string;
  readonly submissions: number;
  readonly steps: readonly CourseStep[];
  readonly reviews: readonly CourseReview[];
  readonly visits: readonly CourseVisit[];
  readonly corrections: readonly CourseCorrection[];
  readonly deadlines: readonly CourseDeadline[];
  readonly values: readonly ComparedValue[];
  readonly checklist: readonly ChecklistItem[];
  readonly result: Suggestion | null;
}
