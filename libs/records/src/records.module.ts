import { Module } from '@nestjs/common';
import { CentersModule } from '@shucu/centers';
import { EvidenceModule } from '@shucu/evidence';
import { FiguresService } from './figures.service.js';
import { ResourcesService } from './resources.service.js';
import { ServiceRecordsService } from './service-records.service.js';

@Module({
  imports: [CentersModule, EvidenceModule],
  providers: [ServiceRecordsService, ResourcesService, FiguresService],
  exports: [ServiceRecordsService, ResourcesService, FiguresService],
})
export class RecordsModule {}
