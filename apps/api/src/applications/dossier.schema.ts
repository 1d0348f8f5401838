import { ROUTES } from '@shucu/applications';
import { creditCodeSchema } from '@shucu/organizations';
import { SERVICE_AREAS, type ServiceArea } from '@shucu/plugin-sdk';
import { z } from 'zod';
import { industrySchema } from '../centers/centers.schema.js';
import { changeOf, dateSchema, decimalText, prose, text } from '../http/request.schema.js';

/** Characters of one part of a plan. */
const LONG = 20_000;
const MOST_FILES = 50;
const MOST_MEMBERS = 20;
const MOST_MILESTONES = 50;
const MOST_EMPLOYEES = 10_000_000;

const money = decimalText(
  /^(0|[1-9]\d{0,11})(\.\d{1,2})?$/,
  '应为不小于 0 的金额（万元），最多两位小数',
  'amount',
).meta({ example: '1200.00' });
const figure = decimalText(/^(0|[1-9]\d{0,15})(\.\d{1,6})?$/, '应为不小于 0 的数字，最多六位小数', 'decimal');
const name = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,59}$/);
const place = z.string().regex(/^[A-Za-z][A-Za-z0-9_:-]{0,99}$/);

const serviceAreas = Object.keys(SERVICE_AREAS) as ServiceArea[];
const services = z
  .strictObject(
    Object.fromEntries(serviceAreas.map((area) => [area, prose(LONG).nullable()])) as Record<
      ServiceArea,
      z.ZodNullable<ReturnType<typeof prose>>
    >,
  )
  .partial();

const planSchema = z
  .strictObject({
    foundation: prose(LONG).nullable(),
    positioning: prose(LONG).nullable(),
    services: services.nullable(),
    goals: prose(LONG).nullable(),
    schedule: z
      .array(z.strictObject({ by: dateSchema, goal: text(500) }))
      .max(MOST_MILESTONES)
      .nullable(),
    guarantees: prose(LONG).nullable(),
  })
  .partial()
  .meta({ id: 'ConstructionPlanChange' });

const formSchema = z
  .strictObject({
    legalRepresentative: text(50).nullable(),
    contactName: text(50).nullable(),
    contactPosition: text(100).nullable(),
    contactPhone: text(30).nullable(),
    contactEmail: z.email().max(254).nullable(),
    address: text(300).nullable(),
    foundedOn: dateSchema.nullable(),
    employees: z.int().min(0).max(MOST_EMPLOYEES).nullable(),
    investment: money.nullable(),
    ownFunds: money.nullable(),
    summary: prose(LONG).nullable(),
  })
  .partial()
  .meta({ id: 'ApplicationFormChange' });

const consortiumSchema = z
  .strictObject({ signedOn: dateSchema.nullable(), division: prose(LONG).nullable() })
  .partial()
  .meta({ id: 'ConsortiumTermsChange' });

const membersSchema = z.array(creditCodeSchema).max(MOST_MEMBERS);

export const newApplicationSchema = z
  .strictObject({
    roundId: z.uuid(),
    leadOrganizationId: z.uuid(),
    name: text(200),
    category: text(60),
    variant: text(60).nullable().default(null),
    industry: industrySchema.nullable().default(null),
    route: z.enum(ROUTES).default('local'),
    members: membersSchema.default([]).describe('credit codes of the members besides the lead'),
  })
  .meta({ id: 'NewApplication' });

/** What was just typed, section by section; null empties a field. */
export const dossierChangeSchema = changeOf({
  name: text(200),
  variant: text(60).nullable(),
  industry: industrySchema.nullable(),
  route: z.enum(ROUTES),
  plan: planSchema,
  form: formSchema,
  consortium: consortiumSchema,
  claimed: z.record(name, figure.nullable()),
  facts: z.record(name, z.union([z.number(), z.boolean()]).nullable()),
  members: membersSchema,
  evidence: z.record(place, z.array(z.uuid()).max(MOST_FILES)),
}).meta({ id: 'DossierChange' });
