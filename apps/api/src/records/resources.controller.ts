import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import { ResourcesService } from '@shucu/records';
import type { z } from 'zod';
import { idSchema, toPage } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import { resourceSchema, resourcesSchema } from './record-views.schema.js';
import {
  newResourceSchema,
  resourceChangeSchema,
  resourcePageSchema,
  verifySchema,
  voidSchema,
} from './records.schema.js';

@ApiTags('resources')
@Controller('v1/resources')
export class ResourcesController {
  constructor(private readonly resources: ResourcesService) {}

  @Post()
  @Requires('create', 'Resource')
  @Returns(resourceSchema, 'The new resource', 201)
  create(@CurrentActor() actor: Actor, @Body({ schema: newResourceSchema }) body: z.output<typeof newResourceSchema>) {
    return this.resources.create(actor, body);
  }

  @Get()
  @Requires('read', 'Resource')
  @Returns(resourcesSchema, 'Resources, a page, newest first')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: resourcePageSchema }) page: z.output<typeof resourcePageSchema>,
  ) {
    return toPage(await this.resources.list(actor, page), page.limit);
  }

  @Get(':id')
  @Requires('read', 'Resource')
  @Returns(resourceSchema, 'One resource')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.resources.get(actor, id);
  }

  @Patch(':id')
  @Requires('update', 'Resource')
  @Returns(resourceSchema, 'The changed resource')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: resourceChangeSchema }) { version, change }: z.output<typeof resourceChangeSchema>,
  ) {
    return this.resources.update(actor, id, version, change);
  }

  @Post(':id/void')
  @Requires('update', 'Resource')
  @Returns(resourceSchema, 'The voided resource')
  void(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: voidSchema }) { version, reason }: z.output<typeof voidSchema>,
  ) {
    return this.resources.void(actor, id, version, reason);
  }

  @Post(':id/verification')
  @Requires('verify', 'Resource')
  @Returns(resourceSchema, 'The resource with the word of the bureau')
  verify(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: verifySchema }) { version, verification }: z.output<typeof verifySchema>,
  ) {
    return this.resources.verify(actor, id, version, verification);
  }
}
