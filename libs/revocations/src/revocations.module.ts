import { Module } from '@nestjs/common';
import { CentersModule } from '@shucu/centers';
import { EvidenceModule } from '@shucu/evidence';
import { OrganizationsModule } from '@shucu/organizations';
import { RuleSetsModule } from '@shucu/rule-sets';
import { CaseFrameService } from './case-frame.service.js';
import { ReversalDecisionService } from './reversal-decision.service.js';
import { RevocationCasesService } from './revocation-cases.service.js';
import { RevocationDecisionsService } from './revocation-decisions.service.js';
import { RevocationNoticeService } from './revocation-notice.service.js';
import { RevocationsService } from './revocations.service.js';
import { StatementInvitationService } from './statement-invitation.service.js';
import { StatementsService } from './statements.service.js';
import { StatementsWorker } from './statements.worker.js';

const FEATURES = [CentersModule, EvidenceModule, OrganizationsModule, RuleSetsModule];
const HEARING = [RevocationCasesService, CaseFrameService, StatementInvitationService, StatementsService];

/** What people do with cases of revocation. Needs workflow, deadlines and notifications of global modules. */
@Module({
  imports: FEATURES,
  providers: [
    ...HEARING,
    RevocationsService,
    RevocationDecisionsService,
    RevocationNoticeService,
    ReversalDecisionService,
  ],
  exports: [RevocationsService, RevocationCasesService, RevocationDecisionsService, StatementsService],
})
export class RevocationsModule {}

/** What the worker does with cases of revocation. */
@Module({ imports: FEATURES, providers: [...HEARING, StatementsWorker] })
export class RevocationsWorkerModule {}
