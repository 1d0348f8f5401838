import { z } from 'zod';
import { instantSchema, pageOf, pageSchema, yearFilterSchema, yearSchema } from '../http/request.schema.js';

export const newExpertAssignmentSchema = z
  .strictObject({ centerId: z.uuid(), year: yearSchema, expertId: z.uuid() })
  .meta({ id: 'NewExpertAssignment' });

export const expertAssignmentPageSchema = pageSchema.extend({
  centerId: z.uuid().optional(),
  year: yearFilterSchema.optional(),
  expertId: z.uuid().optional(),
  state: z.enum(['open', 'ended']).optional(),
});

export const expertAssignmentSchema = z
  .object({
    id: z.uuid(),
    centerId: z.uuid(),
    year: z.int(),
    expertId: z.uuid(),
    assignedBy: z.uuid(),
    assignedAt: instantSchema,
    endedBy: z.uuid().nullable(),
    endedAt: instantSchema.nullable(),
  })
  .meta({ id: 'ExpertAssignment' });
export const expertAssignmentsSchema = pageOf(expertAssignmentSchema).meta({ id: 'ExpertAssignments' });
