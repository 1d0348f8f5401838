import { securityPolicySchema } from '@shucu/identity';
import { z } from 'zod';
import { versionSchema } from '../http/request.schema.js';

const settings = securityPolicySchema.meta({ id: 'SecuritySettings' });

export const policyChangeSchema = z
  .strictObject({ version: z.union([z.literal(0), versionSchema]).describe('0: there is none yet'), settings })
  .meta({ id: 'SecurityPolicyChange' });

export const policySchema = z.object({ version: z.int(), settings }).meta({ id: 'SecurityPolicy' });
