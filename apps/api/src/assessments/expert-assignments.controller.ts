import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ExpertAssignmentsService } from '@shucu/assessments';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import type { z } from 'zod';
import { idSchema, toPage } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import {
  expertAssignmentPageSchema,
  expertAssignmentSchema,
  expertAssignmentsSchema,
  newExpertAssignmentSchema,
} from './expert-assignments.schema.js';

@ApiTags('expert-assignments')
@Controller('v1/expert-assignments')
export class ExpertAssignmentsController {
  constructor(private readonly assignments: ExpertAssignmentsService) {}

  @Post()
  @Requires('create', 'ExpertAssignment')
  @Returns(expertAssignmentSchema, 'The assignment: the expert sees the center and scores that year from now on', 201)
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

  @Post(':id/end')
  @Requires('end', 'ExpertAssignment')
  @Returns(expertAssignmentSchema, 'The ended assignment; one that had ended before is given as it was')
  end(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.assignments.end(actor, id);
  }
}
