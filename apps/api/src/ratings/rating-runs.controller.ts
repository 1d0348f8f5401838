import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import { RatingRunsService, RunLifecycleService } from '@shucu/ratings';
import type { z } from 'zod';
import { Limited } from '../http/edge/limited.decorator.js';
import { idSchema } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import { finalisedSchema, newRunSchema, runSchema, runStepSchema, runsSchema } from './ratings.schema.js';

@ApiTags('rating-runs')
@Controller('v1/rating-runs')
export class RatingRunsController {
  constructor(
    private readonly runs: RatingRunsService,
    private readonly lifecycle: RunLifecycleService,
  ) {}

  @Post()
  @Requires('start', 'RatingRun')
  @Limited('costly')
  @Returns(runSchema, 'The run; its computation is under way', 202)
  start(@CurrentActor() actor: Actor, @Body({ schema: newRunSchema }) { year }: z.output<typeof newRunSchema>) {
    return this.runs.start(actor, year);
  }

  @Get()
  @Requires('read', 'RatingRun')
  @Returns(runsSchema, 'Runs, newest year first')
  list(@CurrentActor() actor: Actor) {
    return this.runs.list(actor);
  }

  @Get(':id')
  @Requires('read', 'RatingRun')
  @Returns(runSchema, 'One run')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.runs.get(actor, id);
  }

  @Post(':id/computation')
  @Requires('start', 'RatingRun')
  @Limited('costly')
  @Returns(runSchema, 'The run; it is being computed again', 202)
  computeAgain(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: runStepSchema }) { version }: z.output<typeof runStepSchema>,
  ) {
    return this.runs.computeAgain(actor, id, version);
  }

  @Post(':id/review')
  @Requires('finalise', 'RatingRun')
  @Returns(runSchema, 'The reviewed run')
  review(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: runStepSchema }) { version }: z.output<typeof runStepSchema>,
  ) {
    return this.lifecycle.review(actor, id, version);
  }

  @Post(':id/disclosure')
  @Requires('publish', 'RatingRun')
  @Returns(runSchema, 'The reviewed run; its centers see their results and may object')
  disclose(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: runStepSchema }) { version }: z.output<typeof runStepSchema>,
  ) {
    return this.lifecycle.disclose(actor, id, version);
  }

  @Post(':id/finalisation')
  @Requires('finalise', 'RatingRun')
  @Returns(finalisedSchema, 'The finalised run and the revocation cases it opened')
  finalise(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: runStepSchema }) { version }: z.output<typeof runStepSchema>,
  ) {
    return this.lifecycle.finalise(actor, id, version);
  }

  @Post(':id/publication')
  @Requires('publish', 'RatingRun')
  @Returns(runSchema, 'The published run')
  publish(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: runStepSchema }) { version }: z.output<typeof runStepSchema>,
  ) {
    return this.lifecycle.publish(actor, id, version);
  }
}
