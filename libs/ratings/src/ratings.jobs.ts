import { defineJob } from '@shucu/jobs';
import { z } from 'zod';

/** Computes all ratings of a run; `computation` tells an order from an outdated one. */
export const COMPUTE_RATINGS = defineJob('ratings.compute', z.object({ runId: z.uuid(), computation: z.int() }), {
  attempts: 4,
  backoffMs: 1_000,
});

/** Issues the rating reports of a finalised run. */
export const ISSUE_RATING_REPORTS = defineJob('ratings.issueReports', z.object({ runId: z.uuid() }));

/** After a run is published: issues the summary of the year and tells every center. */
export const TELL_PUBLICATION = defineJob('ratings.tellPublication', z.object({ runId: z.uuid() }));
