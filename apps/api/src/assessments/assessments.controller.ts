import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AssessmentsService, AssessmentViewsService, DrawsService, DrawVerificationService } from '@shucu/assessments';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import type { z } from 'zod';
import { idSchema, toPage } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import {
  assessmentPageSchema,
  assessmentSchema,
  assessmentScoresSchema,
  assessmentsSchema,
  assessmentViewSchema,
  cancellationSchema,
  drawOrderSchema,
  newRatingAssessmentsSchema,
  openedAssessmentsSchema,
  verifiedDrawsSchema,
} from './assessments.schema.js';

@ApiTags('assessments')
@Controller('v1/assessments')
export class AssessmentsController {
  constructor(
    private readonly assessments: AssessmentsService,
    private readonly views: AssessmentViewsService,
    private readonly draws: DrawsService,
    private readonly verification: DrawVerificationService,
  ) {}

  @Post()
  @Requires('open', 'Assessment')
  @Returns(
    openedAssessmentsSchema,
    'The yearly assessments that were opened now, of all due centers or the named ones',
    201,
  )
  open(
    @CurrentActor() actor: Actor,
    @Body({ schema: newRatingAssessmentsSchema }) { year, centerIds }: z.output<typeof newRatingAssessmentsSchema>,
  ) {
    return this.assessments.openRatings(actor, year, centerIds);
  }

  @Get()
  @Requires('read', 'Assessment')
  @Returns(assessmentsSchema, 'Assessments, a page, newest first; of an expert those worked on')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: assessmentPageSchema }) page: z.output<typeof assessmentPageSchema>,
  ) {
    return toPage(await this.views.list(actor, page), page.limit);
  }

  @Get(':id')
  @Requires('read', 'Assessment')
  @Returns(assessmentViewSchema, 'One assessment with its group, figures side by side, findings and merged result')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.views.get(actor, id);
  }

  @Post(':id/draws')
  @Requires('draw', 'Assessment')
  @Returns(assessmentSchema, 'The assessment with the group, a replacement or a further expert drawn')
  draw(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: drawOrderSchema }) body: z.output<typeof drawOrderSchema>,
  ) {
    return this.draws.drawGroup(actor, id, body);
  }

  @Get(':id/draw-verification')
  @Requires('read', 'ExpertDraw')
  @Returns(verifiedDrawsSchema, 'Every draw with all that it depended on, and whether it comes out again')
  verify(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.verification.verify(actor, id);
  }

  @Get(':id/scores')
  @Requires('read', 'ScoreSheet')
  @Returns(assessmentScoresSchema, 'The merged scores without names; with them for those alone who may know')
  scores(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.views.scores(actor, id);
  }

  @Post(':id/cancellation')
  @Requires('cancel', 'Assessment')
  @Returns(assessmentSchema, 'The cancelled assessment of a yearly rating: its sheets count no more')
  cancel(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: cancellationSchema }) body: z.output<typeof cancellationSchema>,
  ) {
    return this.assessments.cancelRating(actor, id, body);
  }
}
