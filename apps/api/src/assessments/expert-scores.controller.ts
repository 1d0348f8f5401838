import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ScoreSheetsService } from '@shucu/assessments';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import type { z } from 'zod';
import { Returns } from '../http/returns.decorator.js';
import {
  expertScoreInputSchema,
  expertScoreQuerySchema,
  expertScoreSchema,
  expertScoresSchema,
} from './expert-scores.schema.js';

@ApiTags('expert-scores')
@Controller('v1/expert-scores')
export class ExpertScoresController {
  constructor(private readonly sheets: ScoreSheetsService) {}

  @Put()
  @Requires('create', 'ExpertScore')
  @Returns(expertScoreSchema, 'The score of the calling expert, on the own draft')
  score(
    @CurrentActor() actor: Actor,
    @Body({ schema: expertScoreInputSchema }) body: z.output<typeof expertScoreInputSchema>,
  ) {
    return this.sheets.score(actor, body);
  }

  @Get()
  @Requires('create', 'ExpertScore')
  @Returns(expertScoresSchema, 'Scores of the calling expert')
  own(
    @CurrentActor() actor: Actor,
    @Query({ schema: expertScoreQuerySchema }) { year }: z.output<typeof expertScoreQuerySchema>,
  ) {
    return this.sheets.own(actor, year);
  }
}
