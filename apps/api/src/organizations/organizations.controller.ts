import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OrganizationsService } from '@shucu/organizations';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import type { z } from 'zod';
import { idSchema, toPage } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import {
  newOrganizationSchema,
  organizationChangeSchema,
  organizationPageSchema,
  organizationSchema,
  organizationsSchema,
  regionsSchema,
} from './organizations.schema.js';

@ApiTags('organizations')
@Controller('v1')
export class OrganizationsController {
  constructor(private readonly organizations: OrganizationsService) {}

  @Get('regions')
  @Requires('read', 'Region')
  @Returns(regionsSchema, 'Reviewing bodies of the tenant')
  regions() {
    return this.organizations.regions();
  }

  @Post('organizations')
  @Requires('create', 'Organization')
  @Returns(organizationSchema, 'The new organization', 201)
  create(
    @CurrentActor() actor: Actor,
    @Body({ schema: newOrganizationSchema }) body: z.output<typeof newOrganizationSchema>,
  ) {
    return this.organizations.create(actor, body);
  }

  @Get('organizations')
  @Requires('read', 'Organization')
  @Returns(organizationsSchema, 'Organizations, a page, newest first')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: organizationPageSchema }) page: z.output<typeof organizationPageSchema>,
  ) {
    return toPage(await this.organizations.list(actor, page), page.limit);
  }

  @Get('organizations/:id')
  @Requires('read', 'Organization')
  @Returns(organizationSchema, 'One organization')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.organizations.get(actor, id);
  }

  @Patch('organizations/:id')
  @Requires('update', 'Organization')
  @Returns(organizationSchema, 'The changed organization')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: organizationChangeSchema }) { version, change }: z.output<typeof organizationChangeSchema>,
  ) {
    return this.organizations.update(actor, id, version, change);
  }
}
