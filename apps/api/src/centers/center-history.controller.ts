import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CenterHistoryService } from '@shucu/centers';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import type { z } from 'zod';
import { idSchema } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import { centerHistorySchema, centerOnSchema } from './center-history.schema.js';

@ApiTags('centers')
@Controller('v1/centers')
export class CenterHistoryController {
  constructor(private readonly history: CenterHistoryService) {}

  @Get(':id/history')
  @Requires('read', 'Center')
  @Returns(centerHistorySchema, 'The center as it was on a day, and what has changed since it began')
  asOf(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: centerOnSchema }) { on }: z.output<typeof centerOnSchema>,
  ) {
    return this.history.asOf(actor, id, on);
  }
}
