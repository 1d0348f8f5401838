export { creditCodeSchema, isCreditCode } from './credit-code.js';
export { ORGANIZATION_KINDS, Organization, OWNERSHIPS } from './organization.entity.js';
export { ORGANIZATION_ABILITIES } from './organizations.abilities.js';
export { OrganizationsModule } from './organizations.module.js';
export { type NewOrganization, type OrganizationPage, OrganizationsService } from './organizations.service.js';
export { Region } from './region.entity.js';
