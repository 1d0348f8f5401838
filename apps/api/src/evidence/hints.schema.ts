import { z } from 'zod';
import { yearFilterSchema } from '../http/request.schema.js';

export const hintQuerySchema = z.strictObject({ year: yearFilterSchema });

const hintSubjectSchema = z
  .object({
    kind: z.string(),
    id: z.uuid().nullable(),
    centerId: z.uuid().nullable(),
    place: z.string().nullable(),
  })
  .meta({ id: 'HintSubject' });

const hintSchema = z
  .object({
    kind: z.enum(['fileCitedTwice', 'recordClaimedTwice', 'impossibleCode', 'figureFarFromPast']),
    texts: z.object({ 'zh-CN': z.string(), en: z.string() }),
    subject: hintSubjectSchema,
    against: hintSubjectSchema.nullable(),
  })
  .meta({ id: 'Hint' });

export const hintsSchema = z.object({ items: z.array(hintSchema) }).meta({ id: 'Hints' });
