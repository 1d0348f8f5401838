import { Module } from '@nestjs/common';
import { RuleSetDraftsService } from './rule-set-drafts.service.js';
import { RuleSetEntryService } from './rule-set-entry.service.js';
import { RuleSetsService } from './rule-sets.service.js';

@Module({
  providers: [RuleSetsService, RuleSetDraftsService, RuleSetEntryService],
  exports: [RuleSetsService, RuleSetDraftsService, RuleSetEntryService],
})
export class RuleSetsModule {}
