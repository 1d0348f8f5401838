import { Module } from '@nestjs/common';
import { OrganizationHistoryService } from './organization-history.service.js';
import { OrganizationsService } from './organizations.service.js';

@Module({
  providers: [OrganizationsService, OrganizationHistoryService],
  exports: [OrganizationsService, OrganizationHistoryService],
})
export class OrganizationsModule {}
