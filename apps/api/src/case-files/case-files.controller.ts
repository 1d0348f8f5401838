import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type CaseFileOrder, CaseFileService } from '@shucu/case-files';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import { z } from 'zod';
import { Limited } from '../http/edge/limited.decorator.js';
import { dateSchema, idSchema } from '../http/request.schema.js';
import { ReturnsFile } from '../http/returns.decorator.js';

const ZIP = 'application/zip';

const caseFileQuerySchema = z.strictObject({ on: dateSchema.optional() });

@ApiTags('case-files')
@Controller('v1')
export class CaseFilesController {
  constructor(private readonly caseFiles: CaseFileService) {}

  @Get('applications/:id/case-file')
  @Requires('read', 'CaseFile')
  @Limited('costly')
  @ReturnsFile([ZIP], 'The whole case of an application as it was at the end of a day, today by default')
  ofApplication(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: caseFileQuerySchema }) { on }: z.output<typeof caseFileQuerySchema>,
  ): Promise<StreamableFile> {
    return this.file(actor, { kind: 'application', id, on });
  }

  @Get('revocation-cases/:id/case-file')
  @Requires('read', 'CaseFile')
  @Limited('costly')
  @ReturnsFile([ZIP], 'The whole case of a revocation as it was at the end of a day, today by default')
  ofRevocation(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: caseFileQuerySchema }) { on }: z.output<typeof caseFileQuerySchema>,
  ): Promise<StreamableFile> {
    return this.file(actor, { kind: 'revocationCase', id, on });
  }

  private async file(actor: Actor, order: CaseFileOrder): Promise<StreamableFile> {
    const { name, content } = await this.caseFiles.pack(actor, order);
    const disposition = `attachment; filename="case.zip"; filename*=UTF-8''${encodeURIComponent(name)}`;
    return new StreamableFile(content, { type: ZIP, disposition });
  }
}
