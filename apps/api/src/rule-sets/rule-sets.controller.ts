import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import { RuleSetDraftsService, RuleSetsService } from '@shucu/rule-sets';
import type { z } from 'zod';
import { idSchema } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import {
  againstSchema,
  newRuleSetSchema,
  ruleSetChangeSchema,
  ruleSetDifferencesSchema,
  ruleSetSchema,
  ruleSetsSchema,
} from './rule-sets.schema.js';

@ApiTags('rule-sets')
@Controller('v1/rule-sets')
export class RuleSetsController {
  constructor(
    private readonly ruleSets: RuleSetsService,
    private readonly drafts: RuleSetDraftsService,
  ) {}

  @Post()
  @Requires('create', 'RuleSet')
  @Returns(ruleSetSchema, 'The draft of a rule set, or of the next revision of one', 201)
  create(@CurrentActor() actor: Actor, @Body({ schema: newRuleSetSchema }) body: z.output<typeof newRuleSetSchema>) {
    return this.drafts.create(actor, body);
  }

  @Get()
  @Requires('read', 'RuleSet')
  @Returns(ruleSetsSchema, 'Rule sets, newest first')
  list(@CurrentActor() actor: Actor) {
    return this.ruleSets.list(actor);
  }

  @Get(':id')
  @Requires('read', 'RuleSet')
  @Returns(ruleSetSchema, 'One rule set')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.ruleSets.show(actor, id);
  }

  @Patch(':id')
  @Requires('create', 'RuleSet')
  @Returns(ruleSetSchema, 'The changed draft')
  change(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: ruleSetChangeSchema }) { version, change }: z.output<typeof ruleSetChangeSchema>,
  ) {
    return this.drafts.change(actor, id, version, change);
  }

  @Get(':id/differences')
  @Requires('read', 'RuleSet')
  @Returns(ruleSetDifferencesSchema, 'What the rule set says otherwise than another one')
  differences(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: againstSchema }) { against }: z.output<typeof againstSchema>,
  ) {
    return this.ruleSets.differences(actor, id, against);
  }
}
