import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import { CorrectionsService, ObjectionFilingService, RatingVersionsService } from '@shucu/ratings';
import type { z } from 'zod';
import { Limited } from '../http/edge/limited.decorator.js';
import { idSchema } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import { correctionSchema, newCorrectionSchema } from './corrections.schema.js';
import { newObjectionSchema, objectionSchema } from './objections.schema.js';
import { ratingVersionSchema, ratingVersionsSchema, versionNumberSchema } from './ratings.schema.js';

@ApiTags('ratings')
@Controller('v1/ratings/:id')
export class RatingCorrectionsController {
  constructor(
    private readonly corrections: CorrectionsService,
    private readonly versions: RatingVersionsService,
    private readonly objections: ObjectionFilingService,
  ) {}

  @Post('correction')
  @Requires('correct', 'Rating')
  @Limited('costly')
  @Returns(correctionSchema, 'The new version of the rating and what it brought about')
  correct(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: newCorrectionSchema }) body: z.output<typeof newCorrectionSchema>,
  ) {
    return this.corrections.correct(actor, id, body);
  }

  @Get('versions')
  @Requires('read', 'Rating')
  @Returns(ratingVersionsSchema, 'Every version of the rating, the first one first')
  list(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.versions.list(actor, id);
  }

  @Get('versions/:version')
  @Requires('read', 'Rating')
  @Returns(ratingVersionSchema, 'One version with everything that it says')
  get(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Param('version', { schema: versionNumberSchema }) version: z.output<typeof versionNumberSchema>,
  ) {
    return this.versions.get(actor, id, version);
  }

  @Post('objections')
  @Requires('object', 'Rating')
  @Returns(objectionSchema, 'The objection of the center', 201)
  object(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: newObjectionSchema }) body: z.output<typeof newObjectionSchema>,
  ) {
    return this.objections.file(actor, id, body);
  }
}
