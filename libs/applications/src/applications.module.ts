import { Module } from '@nestjs/common';
import { AssessmentsModule } from '@shucu/assessments';
import { CentersModule } from '@shucu/centers';
import { OrganizationsModule } from '@shucu/organizations';
import { RuleSetsModule } from '@shucu/rule-sets';
import { ApplicationsService } from './applications.service.js';

const SERVICES = [ApplicationsService];

/** What people do with rounds and applications. */
@Module({
  imports: [OrganizationsModule, CentersModule, RuleSetsModule, AssessmentsModule],
  providers: SERVICES,
  exports: SERVICES,
})
export class ApplicationsModule {}

/** What the worker does with applications. */
@Module({ imports: [ApplicationsModule] })
export class ApplicationsWorkerModule {}
