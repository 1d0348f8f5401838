import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ScoreSheetsService } from '@shucu/assessments';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import type { z } from 'zod';
import { idSchema, toPage } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import {
  filledSheetSchema,
  scoreSheetPageSchema,
  scoreSheetSchema,
  scoreSheetsSchema,
  sheetSubmissionSchema,
} from './score-sheets.schema.js';

@ApiTags('score-sheets')
@Controller('v1/score-sheets')
export class ScoreSheetsController {
  constructor(private readonly sheets: ScoreSheetsService) {}

  @Get()
  @Requires('submit', 'ScoreSheet')
  @Returns(scoreSheetsSchema, 'Sheets of the calling expert, a page, newest first')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: scoreSheetPageSchema }) page: z.output<typeof scoreSheetPageSchema>,
  ) {
    return toPage(await this.sheets.ownSheets(actor, page), page.limit);
  }

  @Get(':id')
  @Requires('submit', 'ScoreSheet')
  @Returns(filledSheetSchema, 'One sheet of the calling expert with its scores')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.sheets.ownSheet(actor, id);
  }

  @Post(':id/submission')
  @Requires('submit', 'ScoreSheet')
  @Returns(scoreSheetSchema, 'The sealed sheet: nothing on it can be changed from now on')
  submit(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: sheetSubmissionSchema }) { version }: z.output<typeof sheetSubmissionSchema>,
  ) {
    return this.sheets.submit(actor, id, version);
  }
}
