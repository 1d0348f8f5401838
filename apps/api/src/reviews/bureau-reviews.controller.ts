import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import { CourseService, PreliminaryReviewsService, RecommendationsService, SiteVisitsService } from '@shucu/reviews';
import type { z } from 'zod';
import { idSchema } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import { courseSchema } from './course.schema.js';
import { newSiteVisitSchema, preliminaryReviewSchema, recommendationOrderSchema } from './reviews.schema.js';

@ApiTags('reviews')
@Controller('v1/applications/:id')
export class BureauReviewsController {
  constructor(
    private readonly courses: CourseService,
    private readonly reviews: PreliminaryReviewsService,
    private readonly visits: SiteVisitsService,
    private readonly recommendations: RecommendationsService,
  ) {}

  @Get('course')
  @Requires('follow', 'Application')
  @Returns(courseSchema, 'The whole course of an application')
  course(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.courses.of(actor, id);
  }

  @Put('preliminary-review')
  @Requires('review', 'Application')
  @Returns(courseSchema, 'The course with the values verified so far')
  async review(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: preliminaryReviewSchema }) { version, ...content }: z.output<typeof preliminaryReviewSchema>,
  ) {
    await this.reviews.save(actor, id, version, content);
    return this.courses.of(actor, id);
  }

  @Post('site-visits')
  @Requires('review', 'Application')
  @Returns(courseSchema, 'The course with the visit', 201)
  async visit(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: newSiteVisitSchema }) { version, ...visit }: z.output<typeof newSiteVisitSchema>,
  ) {
    await this.visits.record(actor, id, version, visit);
    return this.courses.of(actor, id);
  }

  @Post('recommendation')
  @Requires('recommend', 'Application')
  @Returns(courseSchema, 'The course of the recommended application')
  async recommend(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: recommendationOrderSchema }) body: z.output<typeof recommendationOrderSchema>,
  ) {
    await this.recommendations.recommend(actor, id, body);
    return this.courses.of(actor, id);
  }
}
