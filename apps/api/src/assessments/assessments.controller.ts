import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AssessmentsService } from '@shucu/assessments';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import type { z } from 'zod';
import { Returns } from '../http/returns.decorator.js';
import {
  expertScoreInputSchema,
  expertScoreQuerySchema,
  expertScoreSchema,
  expertScoresSchema,
} from './assessments.schema.js';

@ApiTags('expert-scores')
@Controller('v1/expert-scores')
export class AssessmentsController {
  constructor(private readonly assessments: AssessmentsService) {}

  @Put()
  @Requires('create', 'ExpertScore')
  @Returns(expertScoreSchema, 'The score of the calling expert')
  score(
    @CurrentActor() actor: Actor,
    @Body({ schema: expertScoreInputSchema }) body: z.output<typeof expertScoreInputSchema>,
  ) {
    return this.assessments.score(actor, body);
  }

  @Get()
  @Requires('create', 'ExpertScore')
  @Returns(expertScoresSchema, 'Scores of the calling expert')
  own(
    @CurrentActor() actor: Actor,
    @Query({ schema: expertScoreQuerySchema }) { year }: z.output<typeof expertScoreQuerySchema>,
  ) {
    return this.assessments.own(actor, year);
  }
}
