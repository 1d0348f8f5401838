import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type DocumentForm, DocumentsService } from '@shucu/documents';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import type { z } from 'zod';
import { idSchema, toPage } from '../http/request.schema.js';
import { Returns, ReturnsFile } from '../http/returns.decorator.js';
import { documentFormSchema, documentPageSchema, documentSchema, documentsSchema } from './documents.schema.js';

const MEDIA_TYPES: Record<DocumentForm, string> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

@ApiTags('documents')
@Controller('v1/documents')
export class DocumentsController {
  constructor(private readonly documents: DocumentsService) {}

  @Get()
  @Requires('read', 'Document')
  @Returns(documentsSchema, 'Documents, a page, newest first')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: documentPageSchema }) page: z.output<typeof documentPageSchema>,
  ) {
    return toPage(await this.documents.list(actor, page), page.limit);
  }

  @Get(':id')
  @Requires('read', 'Document')
  @Returns(documentSchema, 'One document')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.documents.get(actor, id);
  }

  @Get(':id/content/:form')
  @Requires('read', 'Document')
  @ReturnsFile(Object.values(MEDIA_TYPES), 'The document as HTML, PDF or DOCX')
  async content(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Param('form', { schema: documentFormSchema }) form: DocumentForm,
  ): Promise<StreamableFile> {
    const { document, content } = await this.documents.content(actor, id, form);
    const name = encodeURIComponent(`${document.number} ${document.title}.${form}`);
    return new StreamableFile(content, {
      type: MEDIA_TYPES[form],
      disposition: `attachment; filename="document.${form}"; filename*=UTF-8''${name}`,
      length: content.length,
    });
  }
}
