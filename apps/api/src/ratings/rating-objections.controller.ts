import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import { RatingObjectionsService } from '@shucu/ratings';
import type { z } from 'zod';
import { idSchema, toPage } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import {
  objectionAnswerSchema,
  objectionFileSchema,
  objectionPageSchema,
  objectionSchema,
  objectionsSchema,
  objectionWithdrawalSchema,
} from './objections.schema.js';

@ApiTags('rating-objections')
@Controller('v1/rating-objections')
export class RatingObjectionsController {
  constructor(private readonly objections: RatingObjectionsService) {}

  @Get()
  @Requires('read', 'RatingObjection')
  @Returns(objectionsSchema, 'Objections to ratings, a page, newest first')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: objectionPageSchema }) page: z.output<typeof objectionPageSchema>,
  ) {
    return toPage(await this.objections.list(actor, page), page.limit);
  }

  @Get(':id')
  @Requires('read', 'RatingObjection')
  @Returns(objectionFileSchema, 'One objection with its evidence')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.objections.withEvidence(actor, id);
  }

  @Post(':id/answer')
  @Requires('answer', 'RatingObjection')
  @Returns(objectionSchema, 'The answered objection to a rating')
  answer(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: objectionAnswerSchema }) body: z.output<typeof objectionAnswerSchema>,
  ) {
    return this.objections.answer(actor, id, body);
  }

  @Post(':id/withdrawal')
  @Requires('withdraw', 'RatingObjection')
  @Returns(objectionSchema, 'The withdrawn objection')
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: objectionWithdrawalSchema }) body: z.output<typeof objectionWithdrawalSchema>,
  ) {
    return this.objections.withdraw(actor, id, body);
  }
}
