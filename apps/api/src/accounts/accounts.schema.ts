import { ACCOUNT_STATUSES } from '@shucu/identity';
import { DUTIES, ROLES } from '@shucu/permissions';
import { z } from 'zod';
import { changeOf, instantSchema, pageOf, pageSchema, text, versionSchema } from '../http/request.schema.js';

/** More roles than anybody holds. */
const MOST_ROLES = 20;

export const loginSchema = z
  .string()
  .trim()
  .toLowerCase()
  .refine((login) => /^[a-z0-9][a-z0-9._@-]{1,63}$/.test(login), {
    error: '应为 2 至 64 个字母、数字或 . _ @ - ，以字母或数字开头',
    params: { rule: 'login' },
  });

/** A Chinese mobile number, also with its country code, or any number as E.164 writes it. */
const phoneSchema = z
  .string()
  .trim()
  .transform((phone) => phone.replace(/[\s-]/g, '').replace(/^\+86(?=1[3-9]\d{9}$)/, ''))
  .pipe(
    z.string().refine((phone) => /^(1[3-9]\d{9}|\+[1-9]\d{7,14})$/.test(phone), {
      error: '应为手机号码（11 位），或以 + 和国家代码开头的号码',
      params: { rule: 'phone' },
    }),
  )
  .meta({ type: 'string', example: '13800000000' });

const details = {
  displayName: text(50),
  email: z.email().max(254).nullable(),
  phone: phoneSchema.nullable(),
};

const grantSchema = z
  .strictObject({
    role: z.enum(ROLES),
    regionId: z.uuid().nullable().default(null).describe('of a city officer'),
    organizationId: z.uuid().nullable().default(null).describe('of a center operator, or the employer of an expert'),
    duties: z
      .array(z.enum(DUTIES))
      .refine((duties) => new Set(duties).size === duties.length, { error: '职责重复', params: { rule: 'duplicate' } })
      .default([])
      .describe('of a province administrator (system, security) or a center operator (submission)'),
  })
  .meta({ id: 'NewRoleGrant' });

const grantsSchema = z.array(grantSchema).max(MOST_ROLES);

export const newAccountSchema = z
  .strictObject({
    login: loginSchema,
    displayName: details.displayName,
    email: details.email.default(null),
    phone: details.phone.default(null),
    roles: grantsSchema,
  })
  .meta({ id: 'NewAccount' });

export const accountChangeSchema = changeOf(details).meta({ id: 'AccountChange' });

export const rolesChangeSchema = z
  .strictObject({ version: versionSchema, roles: grantsSchema })
  .meta({ id: 'RolesChange' });

export const accountPageSchema = pageSchema.extend({
  role: z.enum(ROLES).optional(),
  status: z.enum(ACCOUNT_STATUSES).optional(),
  query: text(64).optional().describe('part of the login or the name'),
});

/** Roles as everybody may see them who may see the account. */
const heldRoleSchema = z
  .object({
    role: z.enum(ROLES),
    regionId: z.uuid().nullable(),
    organizationId: z.uuid().nullable(),
    duties: z.array(z.enum(DUTIES)),
  })
  .meta({ id: 'RoleGrant' });

export const accountSchema = z
  .object({
    id: z.uuid(),
    login: z.string(),
    displayName: z.string(),
    email: z.string().nullable().describe('masked unless granted'),
    phone: z.string().nullable().describe('masked unless granted'),
    status: z.enum(ACCOUNT_STATUSES),
    roles: z.array(heldRoleSchema),
    lastSignInAt: instantSchema.nullable(),
    version: z.int(),
    createdAt: instantSchema,
    updatedAt: instantSchema,
  })
  .meta({ id: 'Account' });

export const accountsSchema = pageOf(accountSchema).meta({ id: 'Accounts' });

export const issuedLinkSchema = z
  .object({
    purpose: z.enum(['invitation', 'reset']),
    token: z.string().describe('shown once; to be handed over as /t/{tenant}/link#{token}'),
    expiresAt: instantSchema,
  })
  .meta({ id: 'IssuedLink' });

export const invitedAccountSchema = z
  .object({ account: accountSchema, link: issuedLinkSchema })
  .meta({ id: 'InvitedAccount' });

export const endedSessionsSchema = z.object({ ended: z.int() }).meta({ id: 'EndedSessions' });
