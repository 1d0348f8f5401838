import { z } from 'zod';

/** What a center of this category declares each year. */
export const facts = z.object({
  operatingStaff: z.int().min(0).meta({ title: '运营人数', unit: '人' }),
});
