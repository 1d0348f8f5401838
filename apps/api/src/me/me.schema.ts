import { DUTIES, ROLES } from '@shucu/permissions';
import { z } from 'zod';
import { instantSchema, text } from '../http/request.schema.js';
import { passwordSchema, proofPasswordSchema } from '../sign-in/sign-in.schema.js';

export const meSchema = z
  .object({
    tenant: z.object({ code: z.string(), name: z.string(), department: z.string() }),
    account: z.object({
      id: z.uuid(),
      login: z.string(),
      displayName: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
    }),
    roles: z.array(
      z.object({
        role: z.enum(ROLES),
        regionId: z.uuid().nullable(),
        organizationId: z.uuid().nullable(),
        duties: z.array(z.enum(DUTIES)),
      }),
    ),
    pending: z.enum(['password', 'twoFactor']).nullable(),
    passwordExpiresAt: instantSchema
      .nullable()
      .describe('after this it must be changed at the next sign-in; null: it does not run out'),
    twoFactor: z.object({ isSetUp: z.boolean(), recoveryCodesLeft: z.int() }),
    sessionId: z.uuid().nullable(),
    abilities: z.array(
      z.object({
        actions: z.array(z.string()),
        subject: z.string(),
        conditions: z.record(z.string(), z.union([z.string(), z.boolean()])),
        unmasked: z.array(z.string()),
      }),
    ),
    otherTenants: z.array(z.string()),
  })
  .meta({ id: 'Me' });

const sessionSchema = z
  .object({
    id: z.uuid(),
    method: z.enum(['password', 'oidc']),
    secondFactor: z.boolean(),
    address: z.string(),
    userAgent: z.string(),
    createdAt: instantSchema,
    lastSeenAt: instantSchema,
    expiresAt: instantSchema,
    isPresent: z.boolean(),
  })
  .meta({ id: 'Session' });

export const sessionsSchema = z.array(sessionSchema).meta({ id: 'Sessions' });

export const passwordChangeSchema = z
  .strictObject({ current: passwordSchema, next: passwordSchema })
  .meta({ id: 'PasswordChange' });

export const passwordProofSchema = z.strictObject({ password: proofPasswordSchema }).meta({ id: 'PasswordProof' });

export const codeSchema = z.strictObject({ code: text(40) }).meta({ id: 'SecondFactorCode' });

export const newTotpSchema = z.object({ secret: z.string(), uri: z.string() }).meta({ id: 'NewTotp' });

export const recoveryCodesSchema = z.object({ recoveryCodes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });
