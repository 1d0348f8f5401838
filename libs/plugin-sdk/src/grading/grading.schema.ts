import { z } from 'zod';
import { type DecimalInput, parseDecimal } from '../decimal.js';
import type { Bands } from './grading.types.js';

/** A finite plain decimal: `300`, `0.5` or `'0.5'`. */
export const decimalInputSchema: z.ZodType<DecimalInput, DecimalInput> = z
  .union([z.string(), z.number()], { error: 'expected a finite decimal number' })
  .refine((input) => parseDecimal(input) !== null, { error: 'expected a finite decimal number' });

const bandEnd = { at: decimalInputSchema, inclusive: z.boolean().optional() };
const bandSchema = z.union(
  [decimalInputSchema, z.strictObject({ ...bandEnd, upTo: z.strictObject(bandEnd).optional() })],
  { error: 'expected a finite decimal number or { at, inclusive, upTo }' },
);

/** Shape of grade bands; whether they overlap is checked by {@link bandFaults}. */
export const bandsSchema = z.strictObject({
  excellent: bandSchema.optional(),
  good: bandSchema.optional(),
  pass: bandSchema,
}) satisfies z.ZodType<Bands>;
