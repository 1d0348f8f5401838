import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ChangeDecisionsService, ChangeFilingService, ChangeReportReader, ChangeReportsService } from '@shucu/changes';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import type { z } from 'zod';
import { idSchema, toPage } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import {
  changeCorrectionSchema,
  changeDecisionSchema,
  changeFilingSchema,
  changeReportPageSchema,
  changeReportSchema,
  changeReportsSchema,
  changeReturnSchema,
  newChangeReportSchema,
  wholeChangeReportSchema,
} from './change-reports.schema.js';

type Decision = z.output<typeof changeDecisionSchema>;

@ApiTags('change-reports')
@Controller('v1/change-reports')
export class ChangeReportsController {
  constructor(
    private readonly reports: ChangeReportsService,
    private readonly reader: ChangeReportReader,
    private readonly filings: ChangeFilingService,
    private readonly decisions: ChangeDecisionsService,
  ) {}

  @Post()
  @Requires('update', 'ChangeReport')
  @Returns(changeReportSchema, 'The new report, with its last day', 201)
  begin(
    @CurrentActor() actor: Actor,
    @Body({ schema: newChangeReportSchema }) body: z.output<typeof newChangeReportSchema>,
  ) {
    return this.reports.begin(actor, body);
  }

  @Get()
  @Requires('read', 'ChangeReport')
  @Returns(changeReportsSchema, 'Change reports, a page, newest first')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: changeReportPageSchema }) page: z.output<typeof changeReportPageSchema>,
  ) {
    return toPage(await this.reports.list(actor, page), page.limit);
  }

  @Get(':id')
  @Requires('read', 'ChangeReport')
  @Returns(wholeChangeReportSchema, 'One report with its evidence and steps')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.reader.read(actor, id);
  }

  @Patch(':id')
  @Requires('update', 'ChangeReport')
  @Returns(changeReportSchema, 'The corrected report')
  correct(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: changeCorrectionSchema }) { version, change }: z.output<typeof changeCorrectionSchema>,
  ) {
    return this.reports.correct(actor, id, version, change);
  }

  @Post(':id/filing')
  @Requires('file', 'ChangeReport')
  @Returns(changeReportSchema, 'The filed report, with whether it was late')
  file(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: changeFilingSchema }) { version }: z.output<typeof changeFilingSchema>,
  ) {
    return this.filings.file(actor, id, version);
  }

  @Post(':id/withdrawal')
  @Requires('update', 'ChangeReport')
  @Returns(changeReportSchema, 'The withdrawn report')
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: changeDecisionSchema }) body: Decision,
  ) {
    return this.filings.withdraw(actor, id, body);
  }

  @Post(':id/return')
  @Requires('decide', 'ChangeReport')
  @Returns(changeReportSchema, 'The change report, returned for correction')
  return(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: changeReturnSchema }) body: z.output<typeof changeReturnSchema>,
  ) {
    return this.decisions.return(actor, id, body);
  }

  @Post(':id/approval')
  @Requires('decide', 'ChangeReport')
  @Returns(changeReportSchema, 'The approved report and what it changed; its notice follows')
  approve(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: changeDecisionSchema }) body: Decision,
  ) {
    return this.decisions.approve(actor, id, body);
  }

  @Post(':id/refusal')
  @Requires('decide', 'ChangeReport')
  @Returns(changeReportSchema, 'The refused report')
  refuse(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: changeDecisionSchema }) body: Decision,
  ) {
    return this.decisions.refuse(actor, id, body);
  }
}
