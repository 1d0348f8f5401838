import { TENANT_STATUSES } from '@shucu/tenancy';
import { ORDER_KINDS, ORDER_STATES } from '@shucu/tenants';
import { z } from 'zod';
import { issuedLinkSchema, loginSchema } from '../accounts/accounts.schema.js';
import { instantSchema, pageOf, pageSchema, prose, text } from '../http/request.schema.js';
import { tenantCodeSchema } from '../sign-in/sign-in.schema.js';

export const newTenantSchema = z
  .strictObject({
    code: tenantCodeSchema.describe('public, in addresses and tokens; never changed and never given again'),
    name: text(50),
    department: text(100).describe('the issuing body on documents'),
    documentPrefix: text(20).describe('发文机关代字'),
    administrator: z.strictObject({ login: loginSchema, displayName: text(50) }),
  })
  .meta({ id: 'NewTenant' });

export const suspensionSchema = z.strictObject({ reason: prose(500) }).meta({ id: 'TenantSuspension' });

export const tenantPageSchema = pageSchema;

export const tenantSchema = z
  .object({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    department: z.string(),
    documentPrefix: z.string(),
    status: z.enum(TENANT_STATUSES),
    suspendedAt: instantSchema.nullable(),
    suspensionReason: z.string().nullable(),
    createdAt: instantSchema,
  })
  .meta({ id: 'Tenant' });

export const tenantsSchema = pageOf(tenantSchema).meta({ id: 'Tenants' });

export const foundedTenantSchema = z
  .object({ tenant: tenantSchema, link: issuedLinkSchema })
  .meta({ id: 'FoundedTenant' });

/** X25519 only; the checksum is the service's to see. */
const recipientSchema = z
  .string()
  .trim()
  .regex(/^age1[02-9ac-hj-np-z]{58}$/)
  .meta({ description: 'an age recipient (X25519)' });

export const newExportSchema = z.strictObject({ recipient: recipientSchema }).meta({ id: 'NewTenantExport' });

export const typedCodeSchema = z
  .strictObject({ code: z.string().max(64).describe('the code of the tenant, typed again') })
  .meta({ id: 'TypedTenantCode' });

export const orderPageSchema = pageSchema.extend({ tenantId: z.uuid().optional() });

const exportResultSchema = z.object({ sha256: z.string(), bytes: z.int() }).meta({ id: 'TenantExportResult' });

const erasureResultSchema = z
  .object({
    rows: z.record(z.string(), z.int()),
    lastEntry: z
      .object({ seq: z.int(), algorithm: z.string(), hash: z.string() })
      .nullable()
      .describe('of the audit log that was erased'),
  })
  .meta({ id: 'TenantErasureResult' });

export const orderSchema = z
  .object({
    id: z.uuid(),
    kind: z.enum(ORDER_KINDS),
    targetId: z.uuid(),
    state: z.enum(ORDER_STATES),
    recipient: z.string().nullable(),
    requestedBy: z.uuid(),
    requestedAt: instantSchema,
    confirmedBy: z.uuid().nullable(),
    confirmedAt: instantSchema.nullable(),
    finishedAt: instantSchema.nullable(),
    result: z.union([exportResultSchema, erasureResultSchema]).nullable(),
    failure: z.string().nullable(),
  })
  .meta({ id: 'TenantOrder' });

export const ordersSchema = pageOf(orderSchema).meta({ id: 'TenantOrders' });

export const exportRecipientSchema = z
  .object({ recipient: z.string(), setBy: z.uuid(), setAt: instantSchema })
  .meta({ id: 'ExportRecipient' });
