import { defineJob } from '@shucu/jobs';
import { z } from 'zod';

/** Computes a dry run of a rule set on a year that is final. */
export const PREVIEW_RULE_SET = defineJob('ratings.previewRuleSet', z.object({ previewId: z.uuid() }), {
  attempts: 4,
  backoffMs: 1_000,
});
