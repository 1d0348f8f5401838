import { z } from 'zod';
import { bandsSchema, decimalInputSchema } from '../grading/grading.schema.js';
import type { CategoryOverrides } from './score-input.types.js';

/** Shape of a tenant's overrides; whether they fit a plugin is checked by {@link overrideFaults}. */
export const categoryOverridesSchema = z.strictObject({
  weights: z.record(z.string(), decimalInputSchema).optional(),
  thresholds: z.record(z.string(), decimalInputSchema).optional(),
  bands: bandsSchema.optional(),
  totalDecimals: z.int().min(0).max(12).optional(),
}) satisfies z.ZodType<CategoryOverrides>;
