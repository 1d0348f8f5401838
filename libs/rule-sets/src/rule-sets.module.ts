import { Module } from '@nestjs/common';
import { RuleSetDraftsService } from './rule-set-drafts.service.js';
import { RuleSetsService } from './rule-sets.service.js';

/** Reading and drafting; who brings a draft into force provides the service for it beside the previews that it rests on. */
@Module({ providers: [RuleSetsService, RuleSetDraftsService], exports: [RuleSetsService, RuleSetDraftsService] })
export class RuleSetsModule {}
