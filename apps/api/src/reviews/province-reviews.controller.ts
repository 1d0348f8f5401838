import { Body, Controller, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import { AcceptancesService, ConclusionsService, CourseService, FormalReviewsService } from '@shucu/reviews';
import type { z } from 'zod';
import { idSchema } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import { courseSchema } from './course.schema.js';
import { acceptanceOrderSchema, conclusionOrderSchema, formalReviewSchema } from './reviews.schema.js';

@ApiTags('reviews')
@Controller('v1/applications/:id')
export class ProvinceReviewsController {
  constructor(
    private readonly courses: CourseService,
    private readonly reviews: FormalReviewsService,
    private readonly acceptances: AcceptancesService,
    private readonly conclusions: ConclusionsService,
  ) {}

  @Put('formal-review')
  @Requires('accept', 'Application')
  @Returns(courseSchema, 'The course with what was checked so far')
  async review(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: formalReviewSchema }) { version, ...content }: z.output<typeof formalReviewSchema>,
  ) {
    await this.reviews.save(actor, id, version, content);
    return this.courses.of(actor, id);
  }

  @Post('acceptance')
  @Requires('accept', 'Application')
  @Returns(courseSchema, 'The course of the accepted application, whose assessment is open')
  async accept(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: acceptanceOrderSchema }) body: z.output<typeof acceptanceOrderSchema>,
  ) {
    await this.acceptances.accept(actor, id, body);
    return this.courses.of(actor, id);
  }

  @Post('conclusion')
  @Requires('conclude', 'Application')
  @Returns(courseSchema, 'The course with the result decided')
  async conclude(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: conclusionOrderSchema }) body: z.output<typeof conclusionOrderSchema>,
  ) {
    await this.conclusions.conclude(actor, id, body);
    return this.courses.of(actor, id);
  }
}
