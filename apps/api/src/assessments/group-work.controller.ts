import { Body, Controller, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ContributionsService, LeadershipService } from '@shucu/assessments';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import type { z } from 'zod';
import { idSchema } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import {
  assessmentSchema,
  confirmedFiguresSchema,
  findingSchema,
  leaderSchema,
  newFindingSchema,
  signatureSchema,
} from './assessments.schema.js';

@ApiTags('assessments')
@Controller('v1/assessments')
export class GroupWorkController {
  constructor(
    private readonly contributions: ContributionsService,
    private readonly leadership: LeadershipService,
  ) {}

  @Post(':id/leader')
  @Requires('appointLeader', 'Assessment')
  @Returns(assessmentSchema, 'The assessment with its new leader')
  appoint(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: leaderSchema }) body: z.output<typeof leaderSchema>,
  ) {
    return this.leadership.appoint(actor, id, body);
  }

  @Put(':id/confirmed-figures')
  @Requires('contribute', 'Assessment')
  @Returns(assessmentSchema, 'The assessment with the figures that the group confirms')
  confirm(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: confirmedFiguresSchema }) { version, figures }: z.output<typeof confirmedFiguresSchema>,
  ) {
    return this.contributions.confirm(actor, id, version, figures);
  }

  @Post(':id/findings')
  @Requires('contribute', 'Assessment')
  @Returns(findingSchema, 'The recorded finding', 201)
  find(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: newFindingSchema }) body: z.output<typeof newFindingSchema>,
  ) {
    return this.contributions.find(actor, id, body);
  }

  @Post(':id/signature')
  @Requires('sign', 'Assessment')
  @Returns(assessmentSchema, 'The signed assessment: its result is final')
  sign(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: signatureSchema }) body: z.output<typeof signatureSchema>,
  ) {
    return this.leadership.sign(actor, id, body);
  }
}
