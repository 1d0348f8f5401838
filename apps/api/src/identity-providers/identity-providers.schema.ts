import { z } from 'zod';
import { changeOf, instantSchema, text } from '../http/request.schema.js';
import { slugSchema } from '../oidc/oidc.schema.js';

const details = {
  name: text(100),
  issuer: text(500),
  clientId: text(200),
  clientSecret: text(500).nullable().describe('null for a public client; never shown again'),
  enabled: z.boolean(),
};

export const newIdentityProviderSchema = z
  .strictObject({
    ...details,
    slug: slugSchema,
    clientSecret: details.clientSecret.default(null),
    enabled: details.enabled.default(true),
  })
  .meta({ id: 'NewIdentityProvider' });

export const identityProviderChangeSchema = changeOf(details).meta({ id: 'IdentityProviderChange' });

export const identityProviderSchema = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    issuer: z.string(),
    clientId: z.string(),
    hasClientSecret: z.boolean(),
    redirectUri: z.string().describe('to be registered at the provider'),
    enabled: z.boolean(),
    version: z.int(),
    createdBy: z.uuid().nullable(),
    createdAt: instantSchema,
    updatedAt: instantSchema,
  })
  .meta({ id: 'IdentityProvider' });

export const identityProvidersSchema = z.array(identityProviderSchema).meta({ id: 'IdentityProviders' });
