import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ApplicationViewsService, SignOffsService, SubmissionsService, WithdrawalsService } from '@shucu/applications';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import type { z } from 'zod';
import { idSchema } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import {
  applicationSchema,
  contentDifferencesSchema,
  differencesQuerySchema,
  signOffOrderSchema,
  submissionNumberSchema,
  submissionOrderSchema,
  submissionSchema,
  submissionsSchema,
  withdrawalSchema,
} from './applications.schema.js';

@ApiTags('applications')
@Controller('v1/applications/:id')
export class SubmissionsController {
  constructor(
    private readonly submissions: SubmissionsService,
    private readonly signOffs: SignOffsService,
    private readonly withdrawals: WithdrawalsService,
    private readonly views: ApplicationViewsService,
  ) {}

  @Post('sign-off')
  @Requires('signOff', 'Application')
  @Returns(applicationSchema, 'The application, signed off by a member')
  async signOff(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: signOffOrderSchema }) { dossierHash }: z.output<typeof signOffOrderSchema>,
  ) {
    await this.signOffs.sign(actor, id, dossierHash);
    return this.views.view(actor, id);
  }

  @Post('submission')
  @Requires('submit', 'Application')
  @Returns(applicationSchema, 'The submitted application')
  async submit(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: submissionOrderSchema }) { version }: z.output<typeof submissionOrderSchema>,
  ) {
    await this.submissions.submit(actor, id, version);
    return this.views.view(actor, id);
  }

  @Post('withdrawal')
  @Requires('withdraw', 'Application')
  @Returns(applicationSchema, 'The withdrawn application')
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: withdrawalSchema }) body: z.output<typeof withdrawalSchema>,
  ) {
    await this.withdrawals.withdraw(actor, id, body);
    return this.views.view(actor, id);
  }

  @Get('submissions')
  @Requires('read', 'Application')
  @Returns(submissionsSchema, 'Every submission, the first first')
  list(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.submissions.of(actor, id);
  }

  @Get('submissions/:number')
  @Requires('read', 'Application')
  @Returns(submissionSchema, 'What the application looked like at a submission')
  get(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Param('number', { schema: submissionNumberSchema }) number: number,
  ) {
    return this.views.submission(actor, id, number);
  }

  @Get('submissions/:number/differences')
  @Requires('read', 'Application')
  @Returns(contentDifferencesSchema, 'Field by field what differs from another submission, or from now')
  differences(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Param('number', { schema: submissionNumberSchema }) number: number,
    @Query({ schema: differencesQuerySchema }) { against }: z.output<typeof differencesQuerySchema>,
  ) {
    return this.views.differences(actor, id, number, against);
  }
}
