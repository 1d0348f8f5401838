import { Module } from '@nestjs/common';
import { CentersModule } from '@shucu/centers';
import { EvidenceModule } from '@shucu/evidence';
import { OrganizationsModule } from '@shucu/organizations';
import { RuleSetsModule } from '@shucu/rule-sets';
import { ApplicationHooks } from './application-hooks.js';
import { ApplicationsService } from './applications.service.js';
import { ExclusionsService } from './article-eight/exclusions.service.js';
import { BansService } from './ban/bans.service.js';
import { AttainmentService } from './check/attainment.service.js';
import { ChecksService } from './check/checks.service.js';
import { SignOffPartsService } from './documents/sign-off-parts.service.js';
import { SubmissionDocumentsService } from './documents/submission-documents.service.js';
import { ApplicationContentsService } from './dossier/application-contents.service.js';
import { CandidateCentersService } from './dossier/candidate-centers.service.js';
import { ConsortiumService } from './dossier/consortium.service.js';
import { DossiersService } from './dossier/dossiers.service.js';
import { DraftsService } from './dossier/drafts.service.js';
import { RoundClosingService } from './rounds/round-closing.service.js';
import { RoundsService } from './rounds/rounds.service.js';
import { SignOffsService } from './submission/sign-offs.service.js';
import { StageDeadlinesService } from './submission/stage-deadlines.service.js';
import { SubmissionsService } from './submission/submissions.service.js';
import { WithdrawalsService } from './submission/withdrawals.service.js';
import { ApplicationViewsService } from './view/application-views.service.js';

/** Only these are for other features. */
const SERVICES = [
  ApplicationHooks,
  ApplicationsService,
  ApplicationContentsService,
  ApplicationViewsService,
  AttainmentService,
  BansService,
  ChecksService,
  DossiersService,
  DraftsService,
  ExclusionsService,
  RoundsService,
  SignOffsService,
  StageDeadlinesService,
  SubmissionsService,
  WithdrawalsService,
];

const PARTS = [
  CandidateCentersService,
  ConsortiumService,
  RoundClosingService,
  SignOffPartsService,
  SubmissionDocumentsService,
];

/** What people do with rounds and applications. */
@Module({
  imports: [OrganizationsModule, CentersModule, RuleSetsModule, EvidenceModule],
  providers: [...SERVICES, ...PARTS],
  exports: SERVICES,
})
export class ApplicationsModule {}

/** What the worker does with applications. */
@Module({ imports: [ApplicationsModule] })
export class ApplicationsWorkerModule {}
