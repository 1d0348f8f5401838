import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ExpertProfilesService } from '@shucu/assessments';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import type { z } from 'zod';
import { idSchema, toPage } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import {
  expertProfileInputSchema,
  expertProfilePageSchema,
  expertProfileSchema,
  expertProfilesSchema,
} from './expert-profiles.schema.js';

@ApiTags('expert-profiles')
@Controller('v1/expert-profiles')
export class ExpertProfilesController {
  constructor(private readonly profiles: ExpertProfilesService) {}

  @Get()
  @Requires('read', 'ExpertProfile')
  @Returns(expertProfilesSchema, 'The pool of experts, a page; of an expert the own profile')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: expertProfilePageSchema }) page: z.output<typeof expertProfilePageSchema>,
  ) {
    return toPage(await this.profiles.list(actor, page), page.limit);
  }

  @Put(':id')
  @Requires('update', 'ExpertProfile')
  @Returns(expertProfileSchema, 'The profile of the account, new or changed')
  put(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: expertProfileInputSchema }) body: z.output<typeof expertProfileInputSchema>,
  ) {
    return this.profiles.put(actor, id, body);
  }
}
