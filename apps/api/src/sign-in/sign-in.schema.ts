import { z } from 'zod';
import { text } from '../http/request.schema.js';

/** The public code of a tenant in a path. */
export const tenantCodeSchema = z.string().regex(/^[a-z][a-z0-9-]{1,30}$/);

/** Longer ones are refused like wrong ones; here only what cannot be meant is. */
export const passwordSchema = z.string().min(1).max(512);

/** The password again; left out by who has none and has signed in by a provider just now. */
export const proofPasswordSchema = passwordSchema.default('');

export const signInSchema = z
  .strictObject({
    login: text(64),
    password: passwordSchema,
    code: text(40).optional().meta({ description: '动态口令或恢复码' }),
  })
  .meta({ id: 'SignIn' });

export const switchSchema = z.strictObject({ tenantCode: tenantCodeSchema }).meta({ id: 'TenantSwitch' });

export const tenantDoorSchema = z
  .object({
    code: z.string(),
    name: z.string(),
    department: z.string(),
    providers: z.array(z.object({ slug: z.string(), name: z.string() })),
  })
  .meta({ id: 'TenantDoor' });
