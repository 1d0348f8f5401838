export {
  Application,
  ApplicationMember,
  type DeclaredFacts,
  type MeasureValues,
  ROUTES,
  type Route,
} from './application.entity.js';
export { APPLICATION_MACHINE, type ApplicationState } from './application.machine.js';
export { APPLICATION_COLUMNS } from './application-columns.js';
export { APPLICATION_ABILITIES } from './applications.abilities.js';
export { APPLICATION_ENTITIES } from './applications.entities.js';
export { ApplicationsModule, ApplicationsWorkerModule } from './applications.module.js';
export { type ApplicationPage, ApplicationsService } from './applications.service.js';
export {
  ApplicationOverride,
  EXCLUSION_RULES,
  type ExclusionRule,
} from './article-eight/application-override.entity.js';
export type { ApplicationContent, CitedEvidence } from './dossier/application-content.js';
export * from './dossier/dossier.types.js';
export { ROUND_STATES, Round, type RoundState } from './rounds/round.entity.js';
export { ApplicationSubmission } from './submission/application-submission.entity.js';
