import { Module } from '@nestjs/common';
import { CentersModule } from '@shucu/centers';
import { OrganizationsModule } from '@shucu/organizations';
import { RuleSetsModule } from '@shucu/rule-sets';
import { RevocationNoticeService } from './revocation-notice.service.js';
import { RevocationsService } from './revocations.service.js';

@Module({
  imports: [CentersModule, OrganizationsModule, RuleSetsModule],
  providers: [RevocationsService, RevocationNoticeService],
  exports: [RevocationsService],
})
export class RevocationsModule {}
