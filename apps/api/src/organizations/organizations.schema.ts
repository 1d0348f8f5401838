import { creditCodeSchema, ORGANIZATION_KINDS, OWNERSHIPS } from '@shucu/organizations';
import { z } from 'zod';
import { changeOf, instantSchema, pageOf, pageSchema, text } from '../http/request.schema.js';

const changeableShape = {
  name: text(200),
  kind: z.enum(ORGANIZATION_KINDS),
  ownership: z.enum(OWNERSHIPS),
  regionId: z.uuid(),
};

export const newOrganizationSchema = z
  .strictObject({
    ...changeableShape,
    creditCode: creditCodeSchema,
    ownership: changeableShape.ownership.default('local'),
  })
  .meta({ id: 'NewOrganization' });

export const organizationChangeSchema = changeOf(changeableShape).meta({ id: 'OrganizationChange' });

export const organizationPageSchema = pageSchema.extend({ creditCode: creditCodeSchema.optional() });

export const organizationSchema = z
  .object({
    id: z.uuid(),
    creditCode: z.string(),
    name: z.string(),
    kind: z.enum(ORGANIZATION_KINDS),
    ownership: z.enum(OWNERSHIPS),
    regionId: z.uuid(),
    /** Last day on which it may not apply as a lead again (第十七条); the case of revocation shows how it was reckoned. */
    bannedThrough: z.string().nullable(),
    version: z.int(),
    createdAt: instantSchema,
    updatedAt: instantSchema,
  })
  .meta({ id: 'Organization' });

export const organizationsSchema = pageOf(organizationSchema).meta({ id: 'Organizations' });

const regionSchema = z
  .object({ id: z.uuid(), name: z.string(), bureau: z.string(), divisionCode: z.string().nullable() })
  .meta({ id: 'Region' });
export const regionsSchema = z.array(regionSchema).meta({ id: 'Regions' });
