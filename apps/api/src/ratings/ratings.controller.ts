import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import { type MeasureExplanation, RatingsService } from '@shucu/ratings';
import type { z } from 'zod';
import { idSchema, toPage } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import {
  measureExplanationSchema,
  measureNameSchema,
  measurePageSchema,
  ratingPageSchema,
  ratingSchema,
  ratingsSchema,
} from './ratings.schema.js';

@ApiTags('ratings')
@Controller('v1/ratings')
export class RatingsController {
  constructor(private readonly ratings: RatingsService) {}

  @Get()
  @Requires('read', 'Rating')
  @Returns(ratingsSchema, 'Ratings, a page, newest first')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ratingPageSchema }) page: z.output<typeof ratingPageSchema>,
  ) {
    return toPage(await this.ratings.list(actor, page), page.limit);
  }

  @Get(':id')
  @Requires('read', 'Rating')
  @Returns(ratingSchema, 'A rating with the score of every indicator and criterion, and why')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.ratings.get(actor, id);
  }

  @Get(':id/measures/:measure/records')
  @Requires('read', 'Rating')
  @Returns(measureExplanationSchema, 'The records behind a measure of the rating')
  recordsBehind(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Param('measure', { schema: measureNameSchema }) measure: string,
    @Query({ schema: measurePageSchema }) page: z.output<typeof measurePageSchema>,
  ): Promise<MeasureExplanation> {
    return this.ratings.recordsBehind(actor, id, measure, page);
  }
}
