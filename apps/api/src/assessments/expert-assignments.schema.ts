import { z } from 'zod';
import { instantSchema, pageOf, pageSchema, prose, yearFilterSchema, yearSchema } from '../http/request.schema.js';

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
    assessmentId: z.uuid(),
    centerId: z.uuid(),
    year: z.int(),
    expertId: z.uuid(),
    assignedBy: z.uuid(),
    assignedAt: instantSchema,
    declaredAt: instantSchema.nullable(),
    conflict: z.string().nullable(),
    endedBy: z.uuid().nullable(),
    endedAt: instantSchema.nullable(),
    endReason: z.string().nullable(),
  })
  .meta({ id: 'ExpertAssignment' });
export const expertAssignmentsSchema = pageOf(expertAssignmentSchema).meta({ id: 'ExpertAssignments' });

export const invitedAssignmentSchema = z
  .object({
    assignment: expertAssignmentSchema,
    centerName: z.string(),
    organizations: z.array(z.string()),
  })
  .meta({ id: 'InvitedAssignment' });

/** Null for no conflict of interest; otherwise what it is. */
export const declarationSchema = z
  .strictObject({ conflict: prose(1000).nullable() })
  .meta({ id: 'ConflictDeclaration' });

export const recusalSchema = z.strictObject({ reason: prose(1000) }).meta({ id: 'ExpertRecusal' });
