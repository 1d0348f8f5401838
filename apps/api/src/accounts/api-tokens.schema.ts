import { z } from 'zod';
import { instantSchema, pageOf, pageSchema, text } from '../http/request.schema.js';

const [DEFAULT_DAYS, MOST_DAYS] = [90, 365];
const MOST_SCOPES = 100;

export const newApiTokenSchema = z
  .strictObject({
    name: text(60),
    scopes: z
      .array(text(80))
      .min(1)
      .max(MOST_SCOPES)
      .meta({ example: ['Center:read'] }),
    days: z.int().min(1).max(MOST_DAYS).default(DEFAULT_DAYS).describe('how long it is good'),
  })
  .meta({ id: 'NewApiToken' });

export const ownTokenPageSchema = pageSchema;

export const apiTokenPageSchema = pageSchema.extend({ accountId: z.uuid().optional() });

const apiTokenShape = {
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(z.string()),
  accountId: z.uuid(),
  login: z.string(),
  displayName: z.string(),
  createdAt: instantSchema,
  expiresAt: instantSchema,
  lastUsedAt: instantSchema.nullable(),
  revokedAt: instantSchema.nullable(),
};

const apiTokenSchema = z.object(apiTokenShape).meta({ id: 'ApiToken' });

export const issuedApiTokenSchema = z
  .object({ ...apiTokenShape, token: z.string().describe('shown once') })
  .meta({ id: 'IssuedApiToken' });

export const apiTokensSchema = pageOf(apiTokenSchema).meta({ id: 'ApiTokens' });
