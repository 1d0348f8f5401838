import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { FileFindingsService } from '@shucu/evidence';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import type { z } from 'zod';
import { toPage } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import { evidencePageSchema, fileFindingsSchema } from './evidence.schema.js';

@ApiTags('evidence')
@Controller('v1/file-findings')
export class FileFindingsController {
  constructor(private readonly findings: FileFindingsService) {}

  @Get()
  @Requires('read', 'FileFinding')
  @Returns(fileFindingsSchema, 'Stored files that the nightly check found missing or damaged, a page, newest first')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: evidencePageSchema }) page: z.output<typeof evidencePageSchema>,
  ) {
    return toPage(await this.findings.list(actor, page), page.limit);
  }
}
