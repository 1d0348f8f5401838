import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RoundsService } from '@shucu/applications';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import type { z } from 'zod';
import { idSchema } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import { newRoundSchema, roundChangeSchema, roundSchema, roundsSchema } from './rounds.schema.js';

@ApiTags('rounds')
@Controller('v1/rounds')
export class RoundsController {
  constructor(private readonly rounds: RoundsService) {}

  @Post()
  @Requires('create', 'Round')
  @Returns(roundSchema, 'The called round', 201)
  call(@CurrentActor() actor: Actor, @Body({ schema: newRoundSchema }) body: z.output<typeof newRoundSchema>) {
    return this.rounds.call(actor, body);
  }

  @Get()
  @Requires('read', 'Round')
  @Returns(roundsSchema, 'All rounds, the latest year first')
  list(@CurrentActor() actor: Actor) {
    return this.rounds.list(actor);
  }

  @Get(':id')
  @Requires('read', 'Round')
  @Returns(roundSchema, 'One round')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.rounds.get(actor, id);
  }

  @Patch(':id')
  @Requires('update', 'Round')
  @Returns(roundSchema, 'The changed round')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: roundChangeSchema }) { version, change }: z.output<typeof roundChangeSchema>,
  ) {
    return this.rounds.update(actor, id, version, change);
  }
}
