import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ApplicationHooks } from '@shucu/applications';
import { PublicNoticesService } from './public-notices.service.js';

/** What a withdrawal means for a notice: the candidate is off it, the notice itself stays as it was published. */
@Injectable()
export class NoticeHooks implements OnModuleInit {
  constructor(
    private readonly hooks: ApplicationHooks,
    private readonly notices: PublicNoticesService,
  ) {}

  onModuleInit(): void {
    this.hooks.register({ withdrawn: (_actor, { id }) => this.notices.settle(id, 'withdrawn') });
  }
}
