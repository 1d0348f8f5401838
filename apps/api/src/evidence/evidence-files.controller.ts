import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { EvidenceService, MEDIA_TYPES } from '@shucu/evidence';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import type { z } from 'zod';
import { idSchema, toPage } from '../http/request.schema.js';
import { Returns, ReturnsFile } from '../http/returns.decorator.js';
import { evidenceFileSchema, evidenceFilesSchema, evidencePageSchema } from './evidence.schema.js';

@ApiTags('evidence')
@Controller('v1/evidence-files')
export class EvidenceFilesController {
  constructor(private readonly evidence: EvidenceService) {}

  @Get()
  @Requires('read', 'EvidenceFile')
  @Returns(evidenceFilesSchema, 'Files of one’s own and of one’s organization, a page, newest first')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: evidencePageSchema }) page: z.output<typeof evidencePageSchema>,
  ) {
    return toPage(await this.evidence.list(actor, page), page.limit);
  }

  @Get(':id')
  @Requires('read', 'EvidenceFile')
  @Returns(evidenceFileSchema, 'One file: one’s own, or one that a row cites which the caller may read')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.evidence.get(actor, id);
  }

  @Get(':id/content')
  @Requires('read', 'EvidenceFile')
  @ReturnsFile(MEDIA_TYPES, 'The content, just found to have the SHA-256 it was stored with')
  async content(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string): Promise<StreamableFile> {
    const { file, content } = await this.evidence.download(actor, id);
    const name = encodeURIComponent(file.name);
    return new StreamableFile(await content.open(), {
      // Text was found to be UTF-8 when it came.
      type: file.mediaType.startsWith('text/') ? `${file.mediaType}; charset=utf-8` : file.mediaType,
      disposition: `attachment; filename="evidence.${file.extension}"; filename*=UTF-8''${name}`,
      length: content.bytes,
    });
  }
}
