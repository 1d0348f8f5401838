import { Module } from '@nestjs/common';
import { OrganizationsModule } from '@shucu/organizations';
import { CentersService } from './centers.service.js';

@Module({ imports: [OrganizationsModule], providers: [CentersService], exports: [CentersService] })
export class CentersModule {}
