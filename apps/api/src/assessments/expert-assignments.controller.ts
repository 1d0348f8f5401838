import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DeclarationsService, ExpertAssignmentsService } from '@shucu/assessments';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import type { z } from 'zod';
import { idSchema, toPage } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import {
  declarationSchema,
  expertAssignmentPageSchema,
  expertAssignmentSchema,
  expertAssignmentsSchema,
  invitedAssignmentSchema,
  newExpertAssignmentSchema,
  recusalSchema,
} from './expert-assignments.schema.js';

@ApiTags('expert-assignments')
@Controller('v1/expert-assignments')
export class ExpertAssignmentsController {
  constructor(
    private readonly assignments: ExpertAssignmentsService,
    private readonly declarations: DeclarationsService,
  ) {}

  @Post()
  @Requires('create', 'ExpertAssignment')
  @Returns(
    expertAssignmentSchema,
    'The assignment: the expert sees the center and scores that year once no conflict of interest was declared',
    201,
  )
  assign(
    @CurrentActor() actor: Actor,
    @Body({ schema: newExpertAssignmentSchema }) body: z.output<typeof newExpertAssignmentSchema>,
  ) {
    return this.assignments.assign(actor, body);
  }

  @Get()
  @Requires('read', 'ExpertAssignment')
  @Returns(expertAssignmentsSchema, 'Assignments, a page, newest first; of an expert the own ones')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: expertAssignmentPageSchema }) page: z.output<typeof expertAssignmentPageSchema>,
  ) {
    return toPage(await this.assignments.list(actor, page), page.limit);
  }

  @Get(':id')
  @Requires('read', 'ExpertAssignment')
  @Returns(invitedAssignmentSchema, 'The assignment with whom it concerns, also before its expert has declared')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.assignments.get(actor, id);
  }

  @Post(':id/declaration')
  @Requires('declare', 'ExpertAssignment')
  @Returns(expertAssignmentSchema, 'The assignment: open to work on, or ended by the declared conflict')
  declare(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: declarationSchema }) { conflict }: z.output<typeof declarationSchema>,
  ) {
    return this.declarations.declare(actor, id, conflict);
  }

  @Post(':id/recusal')
  @Requires('recuse', 'ExpertAssignment')
  @Returns(expertAssignmentSchema, 'The ended assignment; its sheet is void and the others are merged again')
  recuse(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: recusalSchema }) { reason }: z.output<typeof recusalSchema>,
  ) {
    return this.declarations.recuse(actor, id, reason);
  }

  @Post(':id/end')
  @Requires('end', 'ExpertAssignment')
  @Returns(expertAssignmentSchema, 'The ended assignment; one that had ended before is given as it was')
  end(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.assignments.end(actor, id);
  }
}
