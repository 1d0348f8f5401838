import { Module } from '@nestjs/common';
import { ApplicationsModule } from '@shucu/applications';
import { CentersModule } from '@shucu/centers';
import { EvidenceModule } from '@shucu/evidence';
import { OrganizationsModule } from '@shucu/organizations';
import { RuleSetsModule } from '@shucu/rule-sets';
import { AnnouncementsService } from './announcements.service.js';
import { CandidatesService } from './candidates.service.js';
import { NoticeDocumentsService } from './notice-documents.service.js';
import { NoticeEndWorker } from './notice-end.worker.js';
import { NoticeHooks } from './notice-hooks.service.js';
import { ObjectionEvidence } from './objection-evidence.service.js';
import { ObjectionsService } from './objections.service.js';
import { PublicDesk } from './public-desk.service.js';
import { PublicNoticesService } from './public-notices.service.js';

/** What people do with notices. */
@Module({
  imports: [ApplicationsModule, CentersModule, EvidenceModule, OrganizationsModule, RuleSetsModule],
  providers: [
    CandidatesService,
    NoticeDocumentsService,
    PublicNoticesService,
    ObjectionsService,
    AnnouncementsService,
    NoticeHooks,
    ObjectionEvidence,
    PublicDesk,
  ],
  exports: [PublicDesk, PublicNoticesService, ObjectionsService, AnnouncementsService],
})
export class NoticesModule {}

/** What the worker does with notices. */
@Module({ providers: [NoticeEndWorker] })
export class NoticesWorkerModule {}
