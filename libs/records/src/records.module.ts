import { Module } from '@nestjs/common';
import { CentersModule } from '@shucu/centers';
import { EvidenceModule } from '@shucu/evidence';
import { BulkVerificationService } from './bulk-verification.service.js';
import { FiguresService } from './figures.service.js';
import { HintsService } from './hints/hints.service.js';
import { ResourcesService } from './resources.service.js';
import { ServiceRecordsService } from './service-records.service.js';

@Module({
  imports: [CentersModule, EvidenceModule],
  providers: [ServiceRecordsService, BulkVerificationService, ResourcesService, FiguresService, HintsService],
  exports: [ServiceRecordsService, BulkVerificationService, ResourcesService, FiguresService, HintsService],
})
export class RecordsModule {}
