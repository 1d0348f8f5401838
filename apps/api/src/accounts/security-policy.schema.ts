import { securityPolicySchema } from '@shucu/identity';
import { z } from 'zod';
import { versionSchema } from '../http/request.schema.js';

export const policyChangeSchema = z
  .strictObject({
    version: z.union([z.literal(0), versionSchema]).describe('0: there is none yet'),
    settings: securityPolicySchema,
  })
  .meta({ id: 'SecurityPolicyChange' });

export const policySchema = z
  .object({ version: z.int(), settings: securityPolicySchema })
  .meta({ id: 'SecurityPolicy' });
