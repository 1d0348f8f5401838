export {
  Application,
  ApplicationMember,
  type DeclaredFacts,
  type MeasureValues,
  ROUTES,
  type Route,
} from './application.entity.js';
export { APPLICATION_MACHINE, type ApplicationState } from './application.machine.js';
export { type ApplicationHook, ApplicationHooks, type SubmissionMade } from './application-hooks.js';
export { APPLICATION_ABILITIES } from './applications.abilities.js';
export { APPLICATION_ENTITIES } from './applications.entities.js';
export { ApplicationsModule, ApplicationsWorkerModule } from './applications.module.js';
export { type ApplicationPage, ApplicationsService } from './applications.service.js';
export {
  ApplicationOverride,
  EXCLUSION_RULES,
  type ExclusionRule,
} from './article-eight/application-override.entity.js';
export { type Exclusion, ExclusionsService } from './article-eight/exclusions.service.js';
export { type Ban, BansService } from './ban/bans.service.js';
export type { CheckFault } from './check/check.types.js';
export { type ApplicationCheck, ChecksService } from './check/checks.service.js';
export type { ApplicationContent, CitedEvidence } from './dossier/application-content.js';
export { APPLICATION_SUBJECT, ApplicationContentsService } from './dossier/application-contents.service.js';
export { type ClaimableValue, claimableValues } from './dossier/claimable-values.js';
export type * from './dossier/dossier.types.js';
export type { DossierChange } from './dossier/dossier-change.js';
export { type DossierForm, dossierForm } from './dossier/dossier-form.js';
export { DossiersService } from './dossier/dossiers.service.js';
export { DraftsService, type NewApplication } from './dossier/drafts.service.js';
export { FIELD_TITLES, fieldTitle } from './dossier/field-titles.js';
export { ROUND_STATES, Round, type RoundState } from './rounds/round.entity.js';
export { type NewRound, type RoundChange, RoundsService, type RoundView } from './rounds/rounds.service.js';
export { ApplicationSubmission } from './submission/application-submission.entity.js';
export type { ReturnTarget } from './submission/return-target.js';
export { SignOffsService } from './submission/sign-offs.service.js';
export {
  holdersOf,
  type ReviewStage,
  STAGE_DEADLINES,
  StageDeadlinesService,
} from './submission/stage-deadlines.service.js';
export { SubmissionsService } from './submission/submissions.service.js';
export { WithdrawalsService } from './submission/withdrawals.service.js';
export {
  type ApplicationView,
  ApplicationViewsService,
  type MemberView,
  type SignOffState,
  type TitledDifference,
} from './view/application-views.service.js';
export { type ContentDifference, contentDifferences } from './view/content-differences.js';
