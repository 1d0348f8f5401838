export { REVIEW_ABILITIES } from './reviews.abilities.js';
export { REVIEW_ENTITIES } from './reviews.entities.js';
export { ReviewsModule, ReviewsWorkerModule } from './reviews.module.js';
