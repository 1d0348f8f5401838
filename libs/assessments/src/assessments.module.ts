import { Module } from '@nestjs/common';
import { CentersModule } from '@shucu/centers';
import { AssessmentsService } from './assessments.service.js';
import { ExpertAssignmentsService } from './expert-assignments.service.js';

const SERVICES = [ExpertAssignmentsService, AssessmentsService];

@Module({ imports: [CentersModule], providers: SERVICES, exports: SERVICES })
export class AssessmentsModule {}
