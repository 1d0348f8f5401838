import { Module } from '@nestjs/common';
import { RuleSetEntryService, RuleSetsModule } from '@shucu/rule-sets';
import { RatingScorer } from '../rating-scorer.js';
import { PreviewComputationService } from './preview-computation.service.js';
import { RuleSetPreviewsService } from './rule-set-previews.service.js';
import { RuleSetPreviewsWorker } from './rule-set-previews.worker.js';

/** What people do with dry runs: order one, look at it, bring the draft into force. */
@Module({
  imports: [RuleSetsModule],
  providers: [RuleSetPreviewsService, RuleSetEntryService],
  exports: [RuleSetPreviewsService],
})
export class RuleSetPreviewsModule {}

/** What the worker does with them. */
@Module({
  imports: [RuleSetsModule],
  providers: [RatingScorer, PreviewComputationService, RuleSetPreviewsWorker],
})
export class RuleSetPreviewsWorkerModule {}
