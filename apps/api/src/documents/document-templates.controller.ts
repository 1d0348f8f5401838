import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DocumentTemplatesService } from '@shucu/documents';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import type { z } from 'zod';
import { idSchema, toPage } from '../http/request.schema.js';
import { Returns, ReturnsFile } from '../http/returns.decorator.js';
import {
  documentTemplateChangeSchema,
  documentTemplatePageSchema,
  documentTemplateSchema,
  documentTemplateStepSchema,
  documentTemplatesSchema,
  newDocumentTemplateSchema,
  previewFormSchema,
} from './document-templates.schema.js';

const MEDIA_TYPES = { html: 'text/html; charset=utf-8', pdf: 'application/pdf' } as const;

@ApiTags('document-templates')
@Controller('v1/document-templates')
export class DocumentTemplatesController {
  constructor(private readonly templates: DocumentTemplatesService) {}

  @Get()
  @Requires('read', 'DocumentTemplate')
  @Returns(documentTemplatesSchema, 'Templates of the tenant, a page, newest first')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: documentTemplatePageSchema }) page: z.output<typeof documentTemplatePageSchema>,
  ) {
    return toPage(await this.templates.list(actor, page), page.limit);
  }

  @Post()
  @Requires('create', 'DocumentTemplate')
  @Returns(documentTemplateSchema, 'The draft of a template', 201)
  create(
    @CurrentActor() actor: Actor,
    @Body({ schema: newDocumentTemplateSchema }) body: z.output<typeof newDocumentTemplateSchema>,
  ) {
    return this.templates.create(actor, body);
  }

  @Get(':id')
  @Requires('read', 'DocumentTemplate')
  @Returns(documentTemplateSchema, 'One template with its text')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.templates.get(actor, id);
  }

  @Patch(':id')
  @Requires('create', 'DocumentTemplate')
  @Returns(documentTemplateSchema, 'The template with its new text, still a draft')
  change(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: documentTemplateChangeSchema })
    { version, source }: z.output<typeof documentTemplateChangeSchema>,
  ) {
    return this.templates.change(actor, id, version, source);
  }

  @Post(':id/preview')
  @HttpCode(200)
  @Requires('read', 'DocumentTemplate')
  @ReturnsFile(Object.values(MEDIA_TYPES), 'What the template writes over the data of an invented case')
  async preview(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: previewFormSchema }) { form }: z.output<typeof previewFormSchema>,
  ): Promise<StreamableFile> {
    const content = await this.templates.preview(actor, id, form);
    return new StreamableFile(content, {
      type: MEDIA_TYPES[form],
      disposition: `inline; filename="preview.${form}"`,
      length: content.length,
    });
  }

  @Post(':id/entry-into-force')
  @Requires('enterIntoForce', 'DocumentTemplate')
  @Returns(documentTemplateSchema, 'The template, in force for its kind')
  enterIntoForce(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: documentTemplateStepSchema }) { version }: z.output<typeof documentTemplateStepSchema>,
  ) {
    return this.templates.enterIntoForce(actor, id, version);
  }

  @Post(':id/retirement')
  @Requires('enterIntoForce', 'DocumentTemplate')
  @Returns(documentTemplateSchema, 'The template, retired')
  retire(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: documentTemplateStepSchema }) { version }: z.output<typeof documentTemplateStepSchema>,
  ) {
    return this.templates.retire(actor, id, version);
  }
}
