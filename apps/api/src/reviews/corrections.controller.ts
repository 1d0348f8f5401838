import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import { AnswersService, CourseService, RejectionsService, ReturnsService } from '@shucu/reviews';
import type { z } from 'zod';
import { idSchema } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import { courseSchema } from './course.schema.js';
import { rejectionOrderSchema, remarkAnswersSchema, returnOrderSchema } from './reviews.schema.js';

@ApiTags('reviews')
@Controller('v1/applications/:id')
export class CorrectionsController {
  constructor(
    private readonly courses: CourseService,
    private readonly returns: ReturnsService,
    private readonly answers: AnswersService,
    private readonly rejections: RejectionsService,
  ) {}

  @Post('return')
  @Requires('return', 'Application')
  @Returns(courseSchema, 'The course of the returned application, with its remarks and their period')
  async return(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: returnOrderSchema }) body: z.output<typeof returnOrderSchema>,
  ) {
    await this.returns.return(actor, id, body);
    return this.courses.of(actor, id);
  }

  @Post('remark-answers')
  @Requires('update', 'Application')
  @Returns(courseSchema, 'The course with the answers')
  async answer(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: remarkAnswersSchema }) { version, answers }: z.output<typeof remarkAnswersSchema>,
  ) {
    await this.answers.answer(actor, id, version, answers);
    return this.courses.of(actor, id);
  }

  @Post('rejection')
  @Requires('reject', 'Application')
  @Returns(courseSchema, 'The course of the rejected application')
  async reject(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: rejectionOrderSchema }) body: z.output<typeof rejectionOrderSchema>,
  ) {
    await this.rejections.reject(actor, id, body);
    return this.courses.of(actor, id);
  }
}
