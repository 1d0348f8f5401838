export { type Correction, type CorrectionInput, CorrectionsService } from './corrections/corrections.service.js';
export { type AnyVersion, RatingVersionsService } from './corrections/rating-versions.service.js';
export { type NewObjection, ObjectionFilingService } from './objections/objection-filing.service.js';
export { OBJECTION_STATES, RatingObjection } from './objections/rating-objection.entity.js';
export { RATING_OBJECTION_MACHINE } from './objections/rating-objection.machine.js';
export {
  type ObjectionAnswer,
  type ObjectionPage,
  RatingObjectionsService,
} from './objections/rating-objections.service.js';
export * from './preview/index.js';
export { RATING_BASES, RATING_STATES, Rating } from './rating.entity.js';
export { RatingRun, RUN_STATES } from './rating-run.entity.js';
export { RATING_RUN_MACHINE } from './rating-run.machine.js';
export { RatingRunsService } from './rating-runs.service.js';
export { RATING_ABILITIES } from './ratings.abilities.js';
export { RATING_ENTITIES } from './ratings.entities.js';
export { COMPUTE_RATINGS, ISSUE_RATING_REPORTS, TELL_PUBLICATION } from './ratings.jobs.js';
export { RatingsModule, RatingsWorkerModule, RecomputationModule } from './ratings.module.js';
export { type MeasureExplanation, RatingsService } from './ratings.service.js';
export { type Recomputation, RecomputationService } from './recomputation.service.js';
export { REMARK_KINDS } from './remarks/rating-remark.entity.js';
export { type NewRemark, RemarksService } from './remarks/remarks.service.js';
export { type RunFlag, RunFlagsService } from './remarks/run-flags.service.js';
export { RunLifecycleService } from './run-lifecycle.service.js';
