import { Module } from '@nestjs/common';
import { OrganizationsModule } from '@shucu/organizations';
import { CenterHistoryService } from './center-history.service.js';
import { CentersService } from './centers.service.js';

@Module({
  imports: [OrganizationsModule],
  providers: [CentersService, CenterHistoryService],
  exports: [CentersService, CenterHistoryService],
})
export class CentersModule {}
