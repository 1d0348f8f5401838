export {
  ApplicationReview,
  type CheckedItem,
  CONCLUSIONS,
  REVIEW_KINDS,
  type ReviewKind,
  type VerifiedItem,
} from './application-review.entity.js';
export { AnswersService, type RemarkAnswer } from './corrections/answers.service.js';
export {
  Correction,
  CorrectionRemark,
  RETURNING_STAGES,
  type ReturningStage,
} from './corrections/correction.entity.js';
export type { NewRemark } from './corrections/new-remark.js';
export {
  CORRECTION_DEADLINE,
  type ReturnOrder,
  ReturnsService,
} from './corrections/returns.service.js';
export { CourseService } from './course/course.service.js';
export type * from './course/course.types.js';
export { AcceptancesService } from './formal/acceptances.service.js';
export type { ChecklistItem } from './formal/checklist.js';
export { type ConclusionOrder, ConclusionsService } from './formal/conclusions.service.js';
export { type FormalContent, FormalReviewsService } from './formal/formal-reviews.service.js';
export type { Suggestion } from './formal/suggestion.js';
export { type PreliminaryContent, PreliminaryReviewsService } from './preliminary/preliminary-reviews.service.js';
export { RecommendationsService } from './preliminary/recommendations.service.js';
export { SiteVisit, VISIT_SIDES, type VisitPerson } from './preliminary/site-visit.entity.js';
export { type NewSiteVisit, SiteVisitsService, VISIT_SUBJECT } from './preliminary/site-visits.service.js';
export { RejectionsService } from './rejections.service.js';
export { REVIEW_ABILITIES } from './reviews.abilities.js';
export { REVIEW_ENTITIES } from './reviews.entities.js';
export { ReviewsModule, ReviewsWorkerModule } from './reviews.module.js';
