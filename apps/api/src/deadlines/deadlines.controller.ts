import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DeadlineDesk } from '@shucu/deadlines';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import type { z } from 'zod';
import { toPage } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import { deadlinePageSchema, deadlinesSchema } from './deadlines.schema.js';

@ApiTags('deadlines')
@Controller('v1/deadlines')
export class DeadlinesController {
  constructor(private readonly desk: DeadlineDesk) {}

  @Get()
  @Requires('read', 'Deadline')
  @Returns(deadlinesSchema, 'What is due when, with its arithmetic: a page, newest first')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: deadlinePageSchema }) page: z.output<typeof deadlinePageSchema>,
  ) {
    return toPage(await this.desk.list(actor, page), page.limit);
  }
}
