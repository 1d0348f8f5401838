import { DEADLINE_STATES } from '@shucu/deadlines';
import { z } from 'zod';
import { dateSchema, instantSchema, pageOf, pageSchema } from '../http/request.schema.js';

export const deadlinePageSchema = pageSchema.extend({
  state: z.enum(DEADLINE_STATES).optional(),
  subjectId: z.uuid().optional(),
  dueThrough: dateSchema.optional(),
});

const deadlineSchema = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    subjectKind: z.string(),
    subjectId: z.uuid(),
    centerId: z.uuid().nullable(),
    title: z.string(),
    dueOn: z.string(),
    arithmetic: z.string(),
    article: z.string().nullable(),
    state: z.enum(DEADLINE_STATES),
    late: z.boolean(),
    setAt: instantSchema,
    settledAt: instantSchema.nullable(),
  })
  .meta({ id: 'Deadline' });

export const deadlinesSchema = pageOf(deadlineSchema).meta({ id: 'Deadlines' });
