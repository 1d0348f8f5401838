export { creditCodeSchema, isCreditCode } from './credit-code.js';
export {
  ORGANIZATION_KIND_TITLES,
  ORGANIZATION_KINDS,
  Organization,
  type OrganizationKind,
  OWNERSHIPS,
} from './organization.entity.js';
export {
  type OrganizationField,
  OrganizationHistory,
  OrganizationSuccession,
} from './organization-history.entity.js';
export {
  ORGANIZATION_FIELD_TITLES,
  type OrganizationChange,
  OrganizationHistoryService,
  type OrganizationOn,
} from './organization-history.service.js';
export { ORGANIZATION_ABILITIES } from './organizations.abilities.js';
export { OrganizationsModule } from './organizations.module.js';
export {
  type FormerName,
  type NewOrganization,
  type OrganizationPage,
  OrganizationsService,
} from './organizations.service.js';
export { Region } from './region.entity.js';
export { changeTimeline, type TimelineOutcome, valueOn } from './timeline.js';
