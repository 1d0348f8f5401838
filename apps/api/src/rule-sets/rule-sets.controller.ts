import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import { type NewRuleSet, RuleSetsService } from '@shucu/rule-sets';
import { Returns } from '../http/returns.decorator.js';
import { newRuleSetSchema, ruleSetSchema, ruleSetsSchema } from './rule-sets.schema.js';

@ApiTags('rule-sets')
@Controller('v1/rule-sets')
export class RuleSetsController {
  constructor(private readonly ruleSets: RuleSetsService) {}

  @Post()
  @Requires('create', 'RuleSet')
  @Returns(ruleSetSchema, 'The new rule set, or the next revision of one', 201)
  create(@CurrentActor() actor: Actor, @Body({ schema: newRuleSetSchema }) body: NewRuleSet) {
    return this.ruleSets.create(actor, body);
  }

  @Get()
  @Requires('read', 'RuleSet')
  @Returns(ruleSetsSchema, 'Rule sets, newest first')
  list() {
    return this.ruleSets.list();
  }
}
