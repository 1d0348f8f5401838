import { type DynamicModule, Module, StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApplicationsModule } from '@shucu/applications';
import { AssessmentsModule } from '@shucu/assessments';
import { AuditModule } from '@shucu/audit';
import { CaseFilesModule } from '@shucu/case-files';
import { CentersModule } from '@shucu/centers';
import { ChangesModule } from '@shucu/changes';
import { dataSourceOptions } from '@shucu/database';
import { DeadlinesModule } from '@shucu/deadlines';
import { DocumentsModule } from '@shucu/documents';
import { EvidenceModule } from '@shucu/evidence';
import { FilesModule } from '@shucu/files';
import { IdentityModule } from '@shucu/identity';
import { JobsModule } from '@shucu/jobs';
import type { Environment } from '@shucu/kernel';
import { NoticesModule } from '@shucu/notices';
import { NotificationsModule } from '@shucu/notifications';
import { OrganizationsModule } from '@shucu/organizations';
import { PermissionsModule } from '@shucu/permissions';
import { ABILITIES, ENTITIES } from '@shucu/platform';
import { PluginHostModule } from '@shucu/plugin-host';
import { RatingsModule, RuleSetPreviewsModule } from '@shucu/ratings';
import { RecordsModule } from '@shucu/records';
import { ReportsModule } from '@shucu/reports';
import { ReviewsModule } from '@shucu/reviews';
import { RevocationsModule } from '@shucu/revocations';
import { RuleSetsModule } from '@shucu/rule-sets';
import { TenancyModule } from '@shucu/tenancy';
import { TenantsModule } from '@shucu/tenants';
import { WorkflowModule } from '@shucu/workflow';
import { AccountAccessController } from './accounts/account-access.controller.js';
import { AccountsController } from './accounts/accounts.controller.js';
import { ApiTokensController } from './accounts/api-tokens.controller.js';
import { LinksController } from './accounts/links.controller.js';
import { SecurityPolicyController } from './accounts/security-policy.controller.js';
import { AnnualReportsController } from './annual-reports/annual-reports.controller.js';
import { ApplicationsController } from './applications/applications.controller.js';
import { SubmissionsController } from './applications/submissions.controller.js';
import { AssessmentsController } from './assessments/assessments.controller.js';
import { ExpertAssignmentsController } from './assessments/expert-assignments.controller.js';
import { ExpertProfilesController } from './assessments/expert-profiles.controller.js';
import { ExpertScoresController } from './assessments/expert-scores.controller.js';
import { GroupWorkController } from './assessments/group-work.controller.js';
import { ScoreSheetsController } from './assessments/score-sheets.controller.js';
import { AuditController } from './audit/audit.controller.js';
import { AuditAlgorithmController } from './audit/audit-algorithm.controller.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { CaseFilesController } from './case-files/case-files.controller.js';
import { CenterHistoryController } from './centers/center-history.controller.js';
import { CentersController } from './centers/centers.controller.js';
import { ChangeReportsController } from './change-reports/change-reports.controller.js';
import { DeadlinesController } from './deadlines/deadlines.controller.js';
import { DocumentKindsController } from './documents/document-kinds.controller.js';
import { DocumentTemplatesController } from './documents/document-templates.controller.js';
import { DocumentsController } from './documents/documents.controller.js';
import { EvidenceFilesController } from './evidence/evidence-files.controller.js';
import { EvidenceUploadsController } from './evidence/evidence-uploads.controller.js';
import { FileFindingsController } from './evidence/file-findings.controller.js';
import { HintsController } from './evidence/hints.controller.js';
import { HealthController } from './health/health.controller.js';
import { EdgeModule } from './http/edge/edge.module.js';
import { ProblemFilter } from './http/problem.filter.js';
import { ValidationPipe } from './http/validation.pipe.js';
import { IdentityProvidersController } from './identity-providers/identity-providers.controller.js';
import { MeController } from './me/me.controller.js';
import { TwoFactorController } from './me/two-factor.controller.js';
import { NoticesController } from './notices/notices.controller.js';
import { ObjectionsController } from './notices/objections.controller.js';
import { PublicDeskController } from './notices/public-desk.controller.js';
import { NotificationsController } from './notifications/notifications.controller.js';
import { ExternalIdentitiesController } from './oidc/external-identities.controller.js';
import { OidcController } from './oidc/oidc.controller.js';
import { OrganizationsController } from './organizations/organizations.controller.js';
import { RatingCorrectionsController } from './ratings/rating-corrections.controller.js';
import { RatingObjectionsController } from './ratings/rating-objections.controller.js';
import { RatingRunsController } from './ratings/rating-runs.controller.js';
import { RatingsController } from './ratings/ratings.controller.js';
import { RunRemarksController } from './ratings/run-remarks.controller.js';
import { BulkVerificationController } from './records/bulk-verification.controller.js';
import { FiguresController } from './records/figures.controller.js';
import { ResourcesController } from './records/resources.controller.js';
import { ServiceRecordsController } from './records/service-records.controller.js';
import { BureauReviewsController } from './reviews/bureau-reviews.controller.js';
import { CorrectionsController } from './reviews/corrections.controller.js';
import { ProvinceReviewsController } from './reviews/province-reviews.controller.js';
import { RevocationsController } from './revocations/revocations.controller.js';
import { RoundsController } from './rounds/rounds.controller.js';
import { RuleSetPreviewsController } from './rule-sets/rule-set-previews.controller.js';
import { RuleSetsController } from './rule-sets/rule-sets.controller.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { ExportRecipientController } from './tenants/export-recipient.controller.js';
import { TenantOrdersController } from './tenants/tenant-orders.controller.js';
import { TenantsController } from './tenants/tenants.controller.js';

/** The HTTP side of the platform: transport only. */
@Module({})
export class ApiModule {
  static forRoot(environment: Environment, plugins: readonly string[]): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        EdgeModule.forRoot(environment),
        TypeOrmModule.forRoot(
          dataSourceOptions({
            url: environment.DATABASE_URL,
            poolSize: environment.DATABASE_POOL_SIZE,
            name: 'shucu-api',
            entities: ENTITIES,
          }),
        ),
        TenancyModule,
        WorkflowModule,
        AuditModule.forRoot({
          sealsDirectory: environment.AUDIT_SEALS_DIR,
          signingKeyFile: environment.AUDIT_SIGNING_KEY_FILE,
        }),
        IdentityModule.forRoot(environment),
        PermissionsModule.forRoot(ABILITIES),
        JobsModule.forProducer(),
        FilesModule.forRoot(environment),
        PluginHostModule.forRoot({ plugins }),
        DocumentsModule.forProducer({ fontsDirectory: environment.SHUCU_FONTS_DIR }),
        OrganizationsModule,
        CentersModule,
        RecordsModule,
        RuleSetsModule,
        AssessmentsModule,
        RevocationsModule,
        RatingsModule,
        RuleSetPreviewsModule,
        TenantsModule,
        NotificationsModule,
        DeadlinesModule,
        EvidenceModule,
        ApplicationsModule,
        ReviewsModule,
        NoticesModule,
        ReportsModule,
        ChangesModule,
        CaseFilesModule,
      ],
      controllers: [
        HealthController,
        SignInController,
        MeController,
        TwoFactorController,
        AuditController,
        AuditAlgorithmController,
        LinksController,
        AccountsController,
        AccountAccessController,
        ApiTokensController,
        SecurityPolicyController,
        IdentityProvidersController,
        OidcController,
        ExternalIdentitiesController,
        OrganizationsController,
        CalendarController,
        CentersController,
        ServiceRecordsController,
        BulkVerificationController,
        ResourcesController,
        FiguresController,
        RuleSetsController,
        RuleSetPreviewsController,
        AssessmentsController,
        GroupWorkController,
        ExpertAssignmentsController,
        ExpertProfilesController,
        ExpertScoresController,
        ScoreSheetsController,
        RatingRunsController,
        RatingsController,
        RatingCorrectionsController,
        RatingObjectionsController,
        RunRemarksController,
        RevocationsController,
        RoundsController,
        ApplicationsController,
        SubmissionsController,
        BureauReviewsController,
        ProvinceReviewsController,
        CorrectionsController,
        AnnualReportsController,
        ChangeReportsController,
        CenterHistoryController,
        DocumentsController,
        DocumentTemplatesController,
        DocumentKindsController,
        EvidenceUploadsController,
        EvidenceFilesController,
        FileFindingsController,
        HintsController,
        TenantsController,
        TenantOrdersController,
        ExportRecipientController,
        NotificationsController,
        NoticesController,
        CaseFilesController,
        ObjectionsController,
        PublicDeskController,
        DeadlinesController,
      ],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useClass: ValidationPipe },
        { provide: APP_INTERCEPTOR, useClass: StandardSchemaSerializerInterceptor },
      ],
    };
  }
}
