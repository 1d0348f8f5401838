import { localPathOf } from '@shucu/identity';
import { z } from 'zod';
import { instantSchema, text } from '../http/request.schema.js';
import { proofPasswordSchema } from '../sign-in/sign-in.schema.js';

/** A provider's name in addresses. */
export const slugSchema = z.string().regex(/^[a-z][a-z0-9-]{1,30}$/);

export const oidcBeginningSchema = z
  .strictObject({
    returnTo: z
      .string()
      .refine((path) => localPathOf(path) !== null, {
        error: '应为本站的路径，以 / 开头，不超过 500 个字符',
        params: { rule: 'localPath' },
      })
      .default('/')
      .describe('path on this host to come back to, where the page goes on with the session or the link'),
  })
  .meta({ id: 'OidcBeginning' });

export const oidcDestinationSchema = z
  .object({ url: z.string().describe('where to send the browser') })
  .meta({ id: 'OidcDestination' });

export const oidcSessionSchema = z
  .strictObject({ code: text(40).optional().describe('动态口令或恢复码') })
  .meta({ id: 'OidcSession' });

export const oidcInvitationSchema = z.strictObject({ token: z.string().max(200) }).meta({ id: 'OidcInvitation' });

export const newExternalIdentitySchema = z
  .strictObject({ provider: slugSchema, password: proofPasswordSchema })
  .meta({ id: 'NewExternalIdentity' });

const externalIdentitySchema = z
  .object({
    id: z.uuid(),
    provider: z.object({ slug: z.string(), name: z.string() }),
    issuer: z.string(),
    subject: z.string(),
    linkedAt: instantSchema,
  })
  .meta({ id: 'ExternalIdentity' });

export const externalIdentitiesSchema = z.array(externalIdentitySchema).meta({ id: 'ExternalIdentities' });
