import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ApplicationsService,
  ApplicationViewsService,
  ChecksService,
  DossiersService,
  DraftsService,
  ExclusionsService,
} from '@shucu/applications';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import type { z } from 'zod';
import { idSchema, toPage } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import { applicationCheckSchema, applicationStepsSchema, dossierFormSchema } from './application-check.schema.js';
import {
  applicationPageSchema,
  applicationSchema,
  applicationsSchema,
  exceptionSchema,
} from './applications.schema.js';
import { dossierChangeSchema, newApplicationSchema } from './dossier.schema.js';

@ApiTags('applications')
@Controller('v1/applications')
export class ApplicationsController {
  constructor(
    private readonly applications: ApplicationsService,
    private readonly views: ApplicationViewsService,
    private readonly drafts: DraftsService,
    private readonly dossiers: DossiersService,
    private readonly checks: ChecksService,
    private readonly exclusions: ExclusionsService,
  ) {}

  @Post()
  @Requires('create', 'Application')
  @Returns(applicationSchema, 'The application, begun', 201)
  async create(
    @CurrentActor() actor: Actor,
    @Body({ schema: newApplicationSchema }) body: z.output<typeof newApplicationSchema>,
  ) {
    const { id } = await this.drafts.create(actor, body);
    return this.views.view(actor, id);
  }

  @Get()
  @Requires('read', 'Application')
  @Returns(applicationsSchema, 'Applications, a page, newest first')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: applicationPageSchema }) page: z.output<typeof applicationPageSchema>,
  ) {
    return toPage(await this.applications.list(actor, page), page.limit);
  }

  @Get(':id')
  @Requires('read', 'Application')
  @Returns(applicationSchema, 'One application with its dossier')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.views.view(actor, id);
  }

  @Patch(':id')
  @Requires('update', 'Application')
  @Returns(applicationSchema, 'The application with what was typed')
  async save(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: dossierChangeSchema }) { version, change }: z.output<typeof dossierChangeSchema>,
  ) {
    await this.dossiers.save(actor, id, version, change);
    return this.views.view(actor, id);
  }

  @Get(':id/form')
  @Requires('read', 'Application')
  @Returns(dossierFormSchema, 'What there is to fill in for the category')
  form(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.views.form(actor, id);
  }

  @Get(':id/check')
  @Requires('read', 'Application')
  @Returns(applicationCheckSchema, 'What is missing or wrong, and what the stated figures attain')
  check(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.checks.check(actor, id);
  }

  @Get(':id/steps')
  @Requires('read', 'Application')
  @Returns(applicationStepsSchema, 'Every step of the application, the first first')
  steps(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.views.steps(actor, id);
  }

  @Post(':id/exceptions')
  @Requires('override', 'Application')
  @Returns(applicationSchema, 'The application with the exception from article 8', 201)
  async except(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: exceptionSchema }) body: z.output<typeof exceptionSchema>,
  ) {
    await this.exclusions.override(actor, id, body);
    return this.views.view(actor, id);
  }
}
