import { RatingVersion } from './corrections/rating-version.entity.js';
import { RatingObjection } from './objections/rating-objection.entity.js';
import { Rating } from './rating.entity.js';
import { RatingRun } from './rating-run.entity.js';
import { RatingRemark } from './remarks/rating-remark.entity.js';

/** The tables of runs and ratings, but for previews of rule sets. */
export const RATING_ENTITIES = [RatingRun, Rating, RatingVersion, RatingRemark, RatingObjection];
