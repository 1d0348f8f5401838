import { Module } from '@nestjs/common';
import { CentersModule } from '@shucu/centers';
import { EvidenceModule } from '@shucu/evidence';
import { NotificationsModule } from '@shucu/notifications';
import { OrganizationsModule } from '@shucu/organizations';
import { RuleSetsModule } from '@shucu/rule-sets';
import { WorkflowModule } from '@shucu/workflow';
import { AssessmentViewsService } from './assessment-views.service.js';
import { AssessmentsService } from './assessments.service.js';
import { DrawVerificationService } from './drawing/draw-verification.service.js';
import { DrawsService } from './drawing/draws.service.js';
import { ContributionsService } from './group/contributions.service.js';
import { DeclarationsService } from './group/declarations.service.js';
import { ExpertAssignmentsService } from './group/expert-assignments.service.js';
import { ExpertProfilesService } from './group/expert-profiles.service.js';
import { LeadershipService } from './group/leadership.service.js';
import { ApplicationTotalService } from './merging/application-total.service.js';
import { SheetMergingService } from './merging/sheet-merging.service.js';
import { PaperFrameService } from './papers/paper-frame.service.js';
import { ResultPaperService } from './papers/result-paper.service.js';
import { ScoreSheetPaperService } from './papers/score-sheet-paper.service.js';
import { ScoreSheetsService } from './sheets/score-sheets.service.js';

const SERVICES = [
  AssessmentsService,
  AssessmentViewsService,
  ExpertProfilesService,
  ExpertAssignmentsService,
  DrawsService,
  DrawVerificationService,
  DeclarationsService,
  ScoreSheetsService,
  ContributionsService,
  LeadershipService,
];

/** The experts' assessment of centers (第十二条). */
@Module({
  imports: [CentersModule, OrganizationsModule, RuleSetsModule, EvidenceModule, NotificationsModule, WorkflowModule],
  providers: [
    ...SERVICES,
    ApplicationTotalService,
    SheetMergingService,
    PaperFrameService,
    ScoreSheetPaperService,
    ResultPaperService,
  ],
  exports: SERVICES,
})
export class AssessmentsModule {}
