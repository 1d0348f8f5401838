import { RENDER_DOCUMENT } from '@shucu/documents';
import { COMPUTE_RATINGS, ISSUE_RATING_REPORTS } from '@shucu/ratings';

/** Every job type of the platform; the worker refuses to start when one has no handler, or two. */
export const JOBS = [COMPUTE_RATINGS, ISSUE_RATING_REPORTS, RENDER_DOCUMENT];
