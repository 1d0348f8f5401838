import { z } from 'zod';
import { instantSchema } from '../http/request.schema.js';
import { passwordSchema } from '../sign-in/sign-in.schema.js';

/** Of whatever form: one that cannot be right is refused like one that is not. */
const linkTokenSchema = z.string().max(200);

export const linkInspectionSchema = z.strictObject({ token: linkTokenSchema }).meta({ id: 'LinkInspection' });

export const linkAcceptanceSchema = z
  .strictObject({ token: linkTokenSchema, password: passwordSchema })
  .meta({ id: 'LinkAcceptance' });

export const linkContentsSchema = z
  .object({
    purpose: z.enum(['invitation', 'reset']),
    login: z.string(),
    displayName: z.string(),
    expiresAt: instantSchema,
  })
  .meta({ id: 'LinkContents' });
