import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import { HintsService } from '@shucu/records';
import type { z } from 'zod';
import { idSchema } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import { hintQuerySchema, hintsSchema } from './hints.schema.js';

@ApiTags('evidence')
@Controller('v1/centers')
export class HintsController {
  constructor(private readonly hints: HintsService) {}

  @Get(':id/hints')
  @Requires('read', 'Hint')
  @Returns(hintsSchema, 'What of a center’s year a person should look at: questions, never verdicts')
  async list(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: hintQuerySchema }) { year }: z.output<typeof hintQuerySchema>,
  ) {
    return { items: await this.hints.list(actor, id, year) };
  }
}
