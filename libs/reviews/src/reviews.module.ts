import { Module } from '@nestjs/common';
import { ApplicationsModule } from '@shucu/applications';
import { AssessmentsModule } from '@shucu/assessments';
import { CentersModule } from '@shucu/centers';
import { EvidenceModule } from '@shucu/evidence';
import { OrganizationsModule } from '@shucu/organizations';
import { RuleSetsModule } from '@shucu/rule-sets';
import { AnswersService } from './corrections/answers.service.js';
import { ResubmissionsService } from './corrections/resubmissions.service.js';
import { ReturnsService } from './corrections/returns.service.js';
import { CourseService } from './course/course.service.js';
import { CoursePartsService } from './course/course-parts.service.js';
import { CorrectionNoticeService } from './documents/correction-notice.service.js';
import { DocumentFrameService } from './documents/document-frame.service.js';
import { RecommendationDocumentService } from './documents/recommendation-document.service.js';
import { EscalationWorker } from './escalation.worker.js';
import { AcceptancesService } from './formal/acceptances.service.js';
import { ConclusionsService } from './formal/conclusions.service.js';
import { FormalReviewsService } from './formal/formal-reviews.service.js';
import { ReviewMessagesService } from './messages/review-messages.service.js';
import { PreliminaryReviewsService } from './preliminary/preliminary-reviews.service.js';
import { RecommendationsService } from './preliminary/recommendations.service.js';
import { SiteVisitsService } from './preliminary/site-visits.service.js';
import { RejectionsService } from './rejections.service.js';
import { StageEndingService } from './stage-ending.service.js';
import { StageGuard } from './stage-guard.service.js';

const SERVICES = [
  AcceptancesService,
  AnswersService,
  ConclusionsService,
  CourseService,
  FormalReviewsService,
  PreliminaryReviewsService,
  RecommendationsService,
  RejectionsService,
  ReturnsService,
  SiteVisitsService,
];

const PARTS = [
  CorrectionNoticeService,
  CoursePartsService,
  DocumentFrameService,
  RecommendationDocumentService,
  ResubmissionsService,
  ReviewMessagesService,
  StageEndingService,
  StageGuard,
];

/** What people do with reviews. */
@Module({
  imports: [ApplicationsModule, AssessmentsModule, CentersModule, EvidenceModule, OrganizationsModule, RuleSetsModule],
  providers: [...SERVICES, ...PARTS],
  exports: SERVICES,
})
export class ReviewsModule {}

/** What the worker does with reviews. */
@Module({ imports: [ApplicationsModule], providers: [EscalationWorker] })
export class ReviewsWorkerModule {}
