import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import { RuleSetPreviewsService } from '@shucu/ratings';
import type { z } from 'zod';
import { idSchema } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import {
  newRuleSetPreviewSchema,
  ruleSetPreviewSchema,
  ruleSetPreviewsSchema,
  ruleSetPreviewWithItemsSchema,
} from './rule-set-previews.schema.js';
import { entryIntoForceSchema, ruleSetSchema } from './rule-sets.schema.js';

@ApiTags('rule-sets')
@Controller('v1/rule-sets/:id')
export class RuleSetPreviewsController {
  constructor(private readonly previews: RuleSetPreviewsService) {}

  @Post('previews')
  @Requires('create', 'RuleSetPreview')
  @Returns(ruleSetPreviewSchema, 'The ordered dry run on a final year', 202)
  order(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: newRuleSetPreviewSchema }) { year }: z.output<typeof newRuleSetPreviewSchema>,
  ) {
    return this.previews.order(actor, id, year);
  }

  @Get('previews')
  @Requires('read', 'RuleSetPreview')
  @Returns(ruleSetPreviewsSchema, 'Dry runs of the rule set, newest first')
  list(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.previews.list(actor, id);
  }

  @Get('previews/:previewId')
  @Requires('read', 'RuleSetPreview')
  @Returns(ruleSetPreviewWithItemsSchema, 'What the rule set would have changed, center by center')
  get(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Param('previewId', { schema: idSchema }) previewId: string,
  ) {
    return this.previews.get(actor, id, previewId);
  }

  @Post('entry-into-force')
  @Requires('enterIntoForce', 'RuleSet')
  @Returns(ruleSetSchema, 'The rule set, in force')
  enterIntoForce(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: entryIntoForceSchema }) body: z.output<typeof entryIntoForceSchema>,
  ) {
    return this.previews.enterIntoForce(actor, id, body);
  }
}
