import { ApplicationReview } from './application-review.entity.js';
import { Correction, CorrectionRemark } from './corrections/correction.entity.js';
import { SiteVisit } from './preliminary/site-visit.entity.js';

/** The tables of reviews. */
export const REVIEW_ENTITIES = [ApplicationReview, SiteVisit, Correction, CorrectionRemark];
