import { Module } from '@nestjs/common';
import { CentersModule } from '@shucu/centers';
import { AssessmentsService } from './assessments.service.js';

@Module({ imports: [CentersModule], providers: [AssessmentsService], exports: [AssessmentsService] })
export class AssessmentsModule {}
