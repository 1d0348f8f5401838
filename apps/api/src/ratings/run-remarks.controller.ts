import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import { RemarksService, RunFlagsService } from '@shucu/ratings';
import type { z } from 'zod';
import { idSchema } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import { runSchema } from './ratings.schema.js';
import { flagsSchema, newRemarkSchema, remarkWithdrawalSchema } from './remarks.schema.js';

@ApiTags('rating-runs')
@Controller('v1/rating-runs/:id')
export class RunRemarksController {
  constructor(
    private readonly remarks: RemarksService,
    private readonly flags: RunFlagsService,
  ) {}

  @Get('flags')
  @Requires('read', 'RatingRun')
  @Returns(flagsSchema, 'Centers whose annual report is late or missing, or that were marked')
  flagged(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.flags.of(actor, id);
  }

  @Post('remarks')
  @Requires('remark', 'RatingRun')
  @Returns(runSchema, 'The run; it has to be reviewed anew')
  mark(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: newRemarkSchema }) body: z.output<typeof newRemarkSchema>,
  ) {
    return this.remarks.mark(actor, id, body);
  }

  @Post('remarks/:remarkId/withdrawal')
  @Requires('remark', 'RatingRun')
  @Returns(runSchema, 'The run; where the center is evaluated after all, it is being computed again')
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Param('remarkId', { schema: idSchema }) remarkId: string,
    @Body({ schema: remarkWithdrawalSchema }) body: z.output<typeof remarkWithdrawalSchema>,
  ) {
    return this.remarks.withdraw(actor, id, remarkId, body);
  }
}
