export { Rating } from './rating.entity.js';
export { RatingRun, RUN_STATES } from './rating-run.entity.js';
export { RatingRunsService } from './rating-runs.service.js';
export { RATING_ABILITIES } from './ratings.abilities.js';
export { COMPUTE_RATINGS, ISSUE_RATING_REPORTS } from './ratings.jobs.js';
export { RatingsModule, RatingsWorkerModule } from './ratings.module.js';
export { type MeasureExplanation, RatingsService } from './ratings.service.js';
export { type Recomputation, RecomputationService } from './recomputation.service.js';
export { RunLifecycleService } from './run-lifecycle.service.js';
