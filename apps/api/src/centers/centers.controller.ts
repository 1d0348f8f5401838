import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CentersService } from '@shucu/centers';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import type { z } from 'zod';
import { idSchema, toPage } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import {
  centerChangeSchema,
  centerPageSchema,
  centersSchema,
  centerWithOrganizationsSchema,
  newCenterSchema,
} from './centers.schema.js';

@ApiTags('centers')
@Controller('v1/centers')
export class CentersController {
  constructor(private readonly centers: CentersService) {}

  @Post()
  @Requires('create', 'Center')
  @Returns(centerWithOrganizationsSchema, 'The new center', 201)
  create(@CurrentActor() actor: Actor, @Body({ schema: newCenterSchema }) body: z.output<typeof newCenterSchema>) {
    return this.centers.create(actor, body);
  }

  @Get()
  @Requires('read', 'Center')
  @Returns(centersSchema, 'Centers, a page, newest first')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: centerPageSchema }) page: z.output<typeof centerPageSchema>,
  ) {
    return toPage(await this.centers.list(actor, page), page.limit);
  }

  @Get(':id')
  @Requires('read', 'Center')
  @Returns(centerWithOrganizationsSchema, 'One center with its organizations')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.centers.get(actor, id);
  }

  @Patch(':id')
  @Requires('update', 'Center')
  @Returns(centerWithOrganizationsSchema, 'The changed center')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: centerChangeSchema }) { version, change }: z.output<typeof centerChangeSchema>,
  ) {
    return this.centers.update(actor, id, version, change);
  }
}
