export { categoryFaults, needsIndustry } from './category-rules.js';
export { CENTER_STATUS_TITLES, Center, CenterMember, type CenterStatus } from './center.entity.js';
export { type CenterField, CenterFormerMember, CenterHistory } from './center-history.entity.js';
export { CenterHistoryService, type CenterOn, type CenterSpell } from './center-history.service.js';
export { type CenterPart, centerPart, type OrganizationPart, organizationPart } from './center-part.js';
export { type CenterProfile, centerProfile } from './center-profile.js';
export { CENTER_ABILITIES } from './centers.abilities.js';
export { CentersModule } from './centers.module.js';
export {
  CENTER_COLUMNS,
  type CenterChange,
  type CenterPage,
  CentersService,
  type CenterWithOrganizations,
  type NewCenter,
} from './centers.service.js';
export { dueCenters } from './due-centers.js';
export { refuseOwnCenters, standBehind } from './own-centers.js';
