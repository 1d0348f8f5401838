import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import {
  AnnualDecisionsService,
  AnnualFilingService,
  AnnualReportReader,
  AnnualReportsService,
  MissingReportsService,
} from '@shucu/reports';
import type { z } from 'zod';
import { idSchema, toPage } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import {
  annualAcceptanceSchema,
  annualFilingSchema,
  annualReportChangeSchema,
  annualReportPageSchema,
  annualReportSchema,
  annualReportsSchema,
  annualReturnSchema,
  missingPageSchema,
  missingReportsSchema,
  newAnnualReportSchema,
  wholeAnnualReportSchema,
} from './annual-reports.schema.js';

@ApiTags('annual-reports')
@Controller('v1/annual-reports')
export class AnnualReportsController {
  constructor(
    private readonly reports: AnnualReportsService,
    private readonly reader: AnnualReportReader,
    private readonly filings: AnnualFilingService,
    private readonly decisions: AnnualDecisionsService,
    private readonly missing: MissingReportsService,
  ) {}

  @Post()
  @Requires('update', 'AnnualReport')
  @Returns(annualReportSchema, 'The report that the center owes of that year, as it stands', 201)
  open(
    @CurrentActor() actor: Actor,
    @Body({ schema: newAnnualReportSchema }) { centerId, year }: z.output<typeof newAnnualReportSchema>,
  ) {
    return this.reports.open(actor, centerId, year);
  }

  @Get()
  @Requires('read', 'AnnualReport')
  @Returns(annualReportsSchema, 'Annual reports, a page, newest first')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: annualReportPageSchema }) page: z.output<typeof annualReportPageSchema>,
  ) {
    return toPage(await this.reports.list(actor, page), page.limit);
  }

  @Get('missing')
  @Requires('read', 'AnnualReport')
  @Returns(missingReportsSchema, 'Active centers that have filed no report of a year')
  async listMissing(
    @CurrentActor() actor: Actor,
    @Query({ schema: missingPageSchema }) { year }: z.output<typeof missingPageSchema>,
  ) {
    return { items: await this.missing.list(actor, year) };
  }

  @Get(':id')
  @Requires('read', 'AnnualReport')
  @Returns(wholeAnnualReportSchema, 'One report with its figures, filings and steps')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.reader.read(actor, id);
  }

  @Patch(':id')
  @Requires('update', 'AnnualReport')
  @Returns(annualReportSchema, 'The report as saved')
  save(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: annualReportChangeSchema }) { version, change }: z.output<typeof annualReportChangeSchema>,
  ) {
    return this.reports.save(actor, id, version, change);
  }

  @Post(':id/filing')
  @Requires('file', 'AnnualReport')
  @Returns(annualReportSchema, 'The filed report; its document follows')
  file(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: annualFilingSchema }) { version }: z.output<typeof annualFilingSchema>,
  ) {
    return this.filings.file(actor, id, version);
  }

  @Post(':id/return')
  @Requires('decide', 'AnnualReport')
  @Returns(annualReportSchema, 'The annual report, returned for correction')
  return(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: annualReturnSchema }) body: z.output<typeof annualReturnSchema>,
  ) {
    return this.decisions.return(actor, id, body);
  }

  @Post(':id/acceptance')
  @Requires('decide', 'AnnualReport')
  @Returns(annualReportSchema, 'The accepted report')
  accept(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: annualAcceptanceSchema }) body: z.output<typeof annualAcceptanceSchema>,
  ) {
    return this.decisions.accept(actor, id, body);
  }
}
