import { Controller, Get, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AuditDeskService } from '@shucu/audit';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import type { z } from 'zod';
import { Limited } from '../http/edge/limited.decorator.js';
import { Returns, ReturnsFile } from '../http/returns.decorator.js';
import { auditEntriesSchema, auditPageSchema, verificationSchema } from './audit.schema.js';

const NDJSON = 'application/x-ndjson';

@ApiTags('audit')
@Controller('v1/audit-entries')
export class AuditController {
  constructor(private readonly desk: AuditDeskService) {}

  @Get()
  @Requires('read', 'AuditEntry')
  @Returns(auditEntriesSchema, 'Entries of the audit log, a page, the latest first')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: auditPageSchema }) page: z.output<typeof auditPageSchema>,
  ): Promise<object> {
    const items = await this.desk.list(actor, page);
    const last = items.length === page.limit ? items.at(-1) : undefined;
    return last ? { items, next: last.seq } : { items };
  }

  @Get('export')
  @Requires('export', 'AuditEntry')
  @Limited('costly')
  @ReturnsFile([NDJSON], 'The whole log with its seals, to be verified without this system')
  async export(@CurrentActor() actor: Actor): Promise<StreamableFile> {
    const type = `${NDJSON}; charset=utf-8`;
    return new StreamableFile(await this.desk.export(actor), {
      type,
      disposition: 'attachment; filename="audit.ndjson"',
    });
  }

  @Post('verification')
  @Requires('verify', 'AuditEntry')
  @Limited('costly')
  @Returns(verificationSchema, 'Whether the log is as it was written, and the first bad entry where it is not')
  verify(@CurrentActor() actor: Actor) {
    return this.desk.verify(actor);
  }
}
